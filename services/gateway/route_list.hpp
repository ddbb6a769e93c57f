#pragma once

#include <string>
#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway {

// The table as JSON, one entry for each route in the table's order: {"routes": [{"verb", "pattern",
// "who", "roles", "scope", "body_max", "needs_idempotency_key", "takes_file", "brings_own_secret",
// "surface"}]}. "roles" is empty where every role of that kind of party may; "scope" is null where
// no program may; "surface" says "api" or "page".
std::string route_list(const std::vector<Route>& routes);

}  // namespace onereturn::gateway
