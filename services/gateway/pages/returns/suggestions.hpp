#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// What was written for one board, offered for the questions that several boards share now.
namespace onereturn::gateway::pages {

std::vector<Route> suggestion_routes();

http::Response show_suggestions(RequestContext& context);
http::Response take_suggestion(RequestContext& context);

}  // namespace onereturn::gateway::pages
