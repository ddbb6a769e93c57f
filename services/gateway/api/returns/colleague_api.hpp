#pragma once

#include <vector>

#include "gateway/routes.hpp"

// What colleagues share, for a program: who is on what, notes, the history of an answer.
namespace onereturn::gateway::api {

std::vector<Route> colleague_routes();

}  // namespace onereturn::gateway::api
