#pragma once

#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway {

// How a board looks closer: samples of evidence, reviews by members, plans, training needs.
std::vector<Route> review_routes();

// What a board reports: routes_reports.cpp.
std::vector<Route> report_routes();

}  // namespace onereturn::gateway
