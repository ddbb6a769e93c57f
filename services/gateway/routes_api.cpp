#include "gateway/api/audit_log/trail_api.hpp"
#include "gateway/api/fan_out/board_api.hpp"
#include "gateway/api/identity/token_api.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/api/returns/colleague_api.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> api_routes() {
  auto all = api::agency_routes();
  for (auto* more :
       {&api::colleague_routes, &api::board_routes, &api::token_routes, &api::trail_routes}) {
    for (auto& route : more()) {
      all.push_back(std::move(route));
    }
  }
  return all;
}

}  // namespace onereturn::gateway
