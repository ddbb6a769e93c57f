#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> api_routes() { return {}; }

}  // namespace onereturn::gateway
