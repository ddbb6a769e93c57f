#pragma once

#include <vector>

#include "gateway/routes.hpp"

// GET /figures?exercise=: a board's figures; /figures/picture?which=: one of its pictures;
// /figures.csv?table=: one of its tables, for whoever may take lists along. The first of them
// where none is named.
namespace onereturn::gateway::pages {

std::vector<Route> figures_routes();

}  // namespace onereturn::gateway::pages
