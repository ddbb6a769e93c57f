#include "gateway/api/returns/agency_api.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> api_routes() { return api::agency_routes(); }

}  // namespace onereturn::gateway
