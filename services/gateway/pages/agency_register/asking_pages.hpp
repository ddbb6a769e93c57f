#pragma once

#include <vector>

#include "gateway/routes.hpp"

// A board asks an organisation of its register for a return, and changes or withdraws what it has
// asked for while nobody has answered. Pages work without script, and give back what was typed.
namespace onereturn::gateway::pages {

// GET /register/{entry}/ask: which form, for when, at once or in parts; then its dates.
http::Response show_ask_for_return(RequestContext& context);
// POST /register/{entry}/ask
http::Response ask_for_return(RequestContext& context);
// GET /register/{entry}/asked/{request}
http::Response show_asked(RequestContext& context);
// POST /register/{entry}/asked/{request}/due
http::Response change_due(RequestContext& context);
// POST /register/{entry}/asked/{request}/withdraw
http::Response withdraw_asked(RequestContext& context);

// POST /register/{entry}/asked/{request}/leave-out
http::Response leave_out(RequestContext& context);
// POST /register/{entry}/asked/{request}/count
http::Response count_again(RequestContext& context);

std::vector<Route> asking_routes();

}  // namespace onereturn::gateway::pages
