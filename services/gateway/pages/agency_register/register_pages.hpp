#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// A board's register, and inviting from it.
namespace onereturn::gateway::pages {

std::vector<Route> register_routes();

http::Response show_register(RequestContext& context);
http::Response register_file(RequestContext& context);
http::Response show_add_entry(RequestContext& context);
http::Response add_entry(RequestContext& context);
http::Response show_entry(RequestContext& context);
http::Response invite_entry(RequestContext& context);

}  // namespace onereturn::gateway::pages
