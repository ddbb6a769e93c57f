#pragma once

#include <vector>

#include "domain/fan_out/copy.hpp"
#include "domain/fan_out/frozen_return.hpp"

// What follows from a rendered copy. Pure.
namespace onereturn::fan_out {

CopyCounts count_boxes(const std::vector<mapping::RenderedBox>& boxes);

// The levels of what the agency's own ratings in this copy rest on. Nothing else: a board that
// does not ask for levels must not learn that some were given.
std::vector<CountedLevel> counted_levels(const std::vector<mapping::RenderedBox>& boxes);

// True for a box that the agency rates, by itself or before the board does.
bool is_agency_rated(const mapping::RenderedBox& box);

}  // namespace onereturn::fan_out
