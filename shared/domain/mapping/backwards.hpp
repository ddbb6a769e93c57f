#pragma once

#include <optional>
#include <set>
#include <string>

#include "domain/frameworks/frameworks.hpp"

// The mapping read backwards: what a board's own box, already filled, says of a requirement.
namespace onereturn::mapping {

// The level of the requirement when an item that asks `asked` (and more, with a residual) stands
// within `range`, over every assignment of levels to facets that agrees. Nothing unless only one
// level is possible.
std::optional<int> level_from_item(const frameworks::Requirement& requirement,
                                   const std::set<std::string>& asked, bool residual,
                                   const frameworks::LevelRange& range);

}  // namespace onereturn::mapping
