#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// The board's pages, and the page where anybody can check a receipt.
namespace onereturn::gateway::pages {

http::Response show_returns(RequestContext& context);
http::Response export_returns(RequestContext& context);
http::Response show_return(RequestContext& context);
http::Response acknowledge(RequestContext& context);
http::Response show_board_receipt(RequestContext& context);
http::Response show_board_receipt_code(RequestContext& context);
http::Response ask_for_receipt(RequestContext& context);
http::Response verify_receipt(RequestContext& context);

}  // namespace onereturn::gateway::pages
