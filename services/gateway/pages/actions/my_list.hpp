#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// "My list", and the calendar that follows it.
namespace onereturn::gateway::pages {

std::vector<Route> my_list_routes();

http::Response show_my_list(RequestContext& context);
http::Response make_calendar_address(RequestContext& context);
http::Response end_calendar_address(RequestContext& context);
http::Response read_calendar(RequestContext& context);

}  // namespace onereturn::gateway::pages
