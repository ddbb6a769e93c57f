#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> page_routes() { return {}; }

}  // namespace onereturn::gateway
