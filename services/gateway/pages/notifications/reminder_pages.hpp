#pragma once

#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway::pages {

// What goes out by itself: this week, what went, and how it is set up.
std::vector<Route> reminder_routes();
std::vector<Route> reminder_set_up_routes();

}  // namespace onereturn::gateway::pages
