#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// Programs that act for an agency: what its lead and its authoriser do about them.
namespace onereturn::gateway::pages {

std::vector<Route> program_routes();

http::Response show_programs(RequestContext& context);
http::Response let_program_in(RequestContext& context);
http::Response renew_secret(RequestContext& context);
http::Response end_program(RequestContext& context);
http::Response agree_to_program(RequestContext& context);
http::Response withdraw_from_program(RequestContext& context);

}  // namespace onereturn::gateway::pages
