#pragma once

#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway::pages {

// The board's list of actions, its improvement plan, one action and what is done with it.
std::vector<Route> board_action_routes();  // board_actions.cpp
std::vector<Route> one_action_routes();    // board_action.cpp

// Whoever holds the link of a mail about one action.
std::vector<Route> mailed_action_routes();  // mailed_action.cpp

// The agency's own page for one of its undertakings.
std::vector<Route> undertaking_routes();  // undertaking.cpp

}  // namespace onereturn::gateway::pages
