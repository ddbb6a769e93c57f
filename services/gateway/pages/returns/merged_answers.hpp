#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"
#include "platform/html/data.hpp"

// What both rooms had answered before they became one.
namespace onereturn::gateway::pages {

std::vector<Route> merged_answer_routes();

// For the home page, from how many wait to be looked at; no when none does.
html::Data both_had(std::size_t waiting);

http::Response show_merged_answers(RequestContext& context);
http::Response take_merged_answer(RequestContext& context);
http::Response settle_merged_answer(RequestContext& context);

}  // namespace onereturn::gateway::pages
