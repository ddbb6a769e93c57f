#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// Two rooms of one organisation become one: the pages of both leads.
namespace onereturn::gateway::pages {

std::vector<Route> merging_page_routes();

http::Response show_merging(RequestContext& context);
http::Response make_merge_code(RequestContext& context);
http::Response end_merge_code(RequestContext& context);
http::Response propose_merge(RequestContext& context);
http::Response agree_to_merge(RequestContext& context);
http::Response withdraw_merge(RequestContext& context);
// For whoever was signed in to the room that went.
http::Response show_merged(RequestContext& context);

}  // namespace onereturn::gateway::pages
