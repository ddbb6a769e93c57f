#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway::api {

std::vector<Route> trail_routes();

http::Response get_openings(RequestContext& context);
http::Response get_trail(RequestContext& context);

}  // namespace onereturn::gateway::api
