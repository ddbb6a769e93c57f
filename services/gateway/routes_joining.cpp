#include "gateway/pages/identity/programs.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> joining_routes() { return pages::program_routes(); }

}  // namespace onereturn::gateway
