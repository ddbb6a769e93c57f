#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// Who has seen an agency's records, for its lead; what was done in a board's room, for its manager.
namespace onereturn::gateway::pages {

std::vector<Route> trail_routes();

http::Response show_seen(RequestContext& context);
http::Response export_seen(RequestContext& context);
http::Response show_board_trail(RequestContext& context);
http::Response export_board_trail(RequestContext& context);

}  // namespace onereturn::gateway::pages
