#pragma once

#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway::api {

// Files of evidence through the API.
std::vector<Route> evidence_file_routes();

}  // namespace onereturn::gateway::api
