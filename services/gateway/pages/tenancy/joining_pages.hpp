#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// The invited organisation's side of joining a board.
namespace onereturn::gateway::pages {

std::vector<Route> joining_page_routes();

http::Response show_join(RequestContext& context);
http::Response open_room(RequestContext& context);
http::Response connect_room(RequestContext& context);
http::Response show_joined(RequestContext& context);

}  // namespace onereturn::gateway::pages
