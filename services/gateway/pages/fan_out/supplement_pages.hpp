#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// A later version of a return, which the board accepts or declines.
namespace onereturn::gateway::pages {

http::Response show_supplement(RequestContext& context);
http::Response decide_supplement(RequestContext& context);

}  // namespace onereturn::gateway::pages
