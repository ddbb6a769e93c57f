#pragma once

#include <vector>

#include "gateway/routes.hpp"

// What a board's manager does about one entry of the register: change it, close it, merge it with
// another, split it, open it again; and the board's kinds of organisation.
namespace onereturn::gateway::pages {

// GET and POST /register/{entry}/edit, /close, /merge, /split; POST /register/{entry}/open;
// GET and POST /register/types.
std::vector<Route> entry_routes();

}  // namespace onereturn::gateway::pages
