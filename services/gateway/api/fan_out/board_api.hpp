#pragma once

#include <vector>

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// The board's side of /api/v1, and the check of receipts that is open to anybody;
// schemas/api/openapi.yaml says what each takes and answers.
namespace onereturn::gateway::api {

std::vector<Route> board_routes();

http::Response list_received(RequestContext& context);
http::Response get_received(RequestContext& context);
http::Response post_acknowledgement(RequestContext& context);
http::Response get_board_receipt(RequestContext& context);
http::Response check_receipt(RequestContext& context);

}  // namespace onereturn::gateway::api
