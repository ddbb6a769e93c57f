#pragma once

#include <vector>

#include "gateway/routes.hpp"

// GET /board: the first page of everybody who acts for a board; /set-up: what it can set up.
namespace onereturn::gateway::pages {

std::vector<Route> board_home_routes();

}  // namespace onereturn::gateway::pages
