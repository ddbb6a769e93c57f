#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Signing in, choosing a role, signing out, and the pages that everybody may read.
namespace onereturn::gateway::pages {

http::Response front_door(RequestContext& context);
http::Response show_sign_in(RequestContext& context);
http::Response sign_in(RequestContext& context);
http::Response sign_out(RequestContext& context);
http::Response show_signed_out(RequestContext& context);
http::Response show_roles(RequestContext& context);
http::Response take_role(RequestContext& context);
http::Response show_help(RequestContext& context);
http::Response show_accessibility(RequestContext& context);
http::Response show_privacy(RequestContext& context);

}  // namespace onereturn::gateway::pages
