#pragma once

#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway::pages {

// Whom a board writes to, and what each board has of the organisation that asks.
std::vector<Route> contact_routes();

}  // namespace onereturn::gateway::pages
