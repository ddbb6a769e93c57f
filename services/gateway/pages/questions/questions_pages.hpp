#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Questions between agencies and boards, guidance and support.
namespace onereturn::gateway::pages {

// Of the agency.
http::Response show_asked_boards(RequestContext& context);
http::Response show_ask_board(RequestContext& context);
http::Response ask_board(RequestContext& context);
http::Response show_asked_thread(RequestContext& context);
http::Response write_to_board(RequestContext& context);

// Of the board.
http::Response show_questions(RequestContext& context);
http::Response export_questions(RequestContext& context);
http::Response show_ask_agency(RequestContext& context);
http::Response ask_agency(RequestContext& context);
http::Response show_thread(RequestContext& context);
http::Response write_to_agency(RequestContext& context);
http::Response assign_thread(RequestContext& context);

http::Response show_guidance_list(RequestContext& context);
http::Response export_guidance(RequestContext& context);
http::Response show_publish_guidance(RequestContext& context);
http::Response publish_guidance(RequestContext& context);
http::Response show_guidance(RequestContext& context);
http::Response change_guidance(RequestContext& context);
http::Response withdraw_guidance(RequestContext& context);

http::Response show_support(RequestContext& context);
http::Response export_support(RequestContext& context);
http::Response show_log_support(RequestContext& context);
http::Response log_support(RequestContext& context);
http::Response strike_support(RequestContext& context);
http::Response show_who_needs_help(RequestContext& context);
http::Response export_who_needs_help(RequestContext& context);

}  // namespace onereturn::gateway::pages
