#pragma once

#include "gateway/request_context.hpp"

namespace onereturn::gateway::pages {

// The board's: what it lets councils see.
http::Response show_sights(RequestContext& context);
http::Response show_grant_form(RequestContext& context);
http::Response grant_sight(RequestContext& context);
http::Response end_sight(RequestContext& context);

// The council's: reading, and nothing else.
http::Response show_own_sight(RequestContext& context);
http::Response show_sight_of_board(RequestContext& context);
http::Response show_seen_register(RequestContext& context);
http::Response show_seen_figures(RequestContext& context);
http::Response show_seen_releases(RequestContext& context);
http::Response show_seen_release(RequestContext& context);
http::Response show_seen_actions(RequestContext& context);
http::Response show_seen_action(RequestContext& context);
http::Response show_seen_returns(RequestContext& context);
http::Response show_seen_return(RequestContext& context);

}  // namespace onereturn::gateway::pages
