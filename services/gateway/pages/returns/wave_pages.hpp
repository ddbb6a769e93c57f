#pragma once

#include <vector>

#include "gateway/routes.hpp"

// A board asks many at once: GET /waves, GET /waves/new (for those ticked, or all that a filter
// finds), POST /waves, GET /waves/{wave} and its file.
namespace onereturn::gateway::pages {

std::vector<Route> wave_routes();

}  // namespace onereturn::gateway::pages
