#include "gateway/api/fan_out/board_api.hpp"

namespace onereturn::gateway::api {

std::vector<Route> board_routes() {
  using http::Verb;
  return {
      {Verb::get, "/api/v1/returns", board(), list_received},
      {Verb::get, "/api/v1/returns/{return}", board(), get_received},
      {Verb::post, "/api/v1/returns/{return}/acknowledge", board(), post_acknowledgement},
      {Verb::get, "/api/v1/returns/{return}/receipt", board(), get_board_receipt},
      {Verb::get, "/api/v1/receipts/{code}", anyone(), check_receipt},
  };
}

}  // namespace onereturn::gateway::api
