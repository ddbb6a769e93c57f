#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Evidence: the agency's list, one piece, who gets what, what boards ask for; and the board's side.
namespace onereturn::gateway::pages {

http::Response show_evidence(RequestContext& context);
http::Response show_who_gets_what(RequestContext& context);
http::Response show_add_evidence(RequestContext& context);
// With a file, or without one as "available on request".
http::Response add_evidence_piece(RequestContext& context);
http::Response show_piece(RequestContext& context);
http::Response save_piece(RequestContext& context);
http::Response save_piece_boards(RequestContext& context);
http::Response add_piece_version(RequestContext& context);
http::Response withdraw_piece(RequestContext& context);

// Always as an attachment; only what the virus check has passed.
http::Response download_piece(RequestContext& context);
http::Response download_version(RequestContext& context);
http::Response download_portfolio(RequestContext& context);

http::Response show_ask(RequestContext& context);
http::Response answer_ask(RequestContext& context);

// Everything that boards asked this agency to see.
http::Response show_all_asks(RequestContext& context);

http::Response show_asked_pieces(RequestContext& context);
http::Response show_asked_piece(RequestContext& context);
http::Response decide_on_piece(RequestContext& context);

http::Response show_delivered_evidence(RequestContext& context);
http::Response ask_for_piece(RequestContext& context);
http::Response download_delivered(RequestContext& context);
http::Response download_answered(RequestContext& context);

}  // namespace onereturn::gateway::pages
