#pragma once

#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"
#include "domain/questions/support.hpp"

// The reasons of "who may need help" in words. Pure.
namespace onereturn::questions {

// One sentence a reason, with its count: "2 returns are late."
std::vector<std::string> reasons_of(const Needs& needs);

// The points of a form all of which are below the minimum: "lowest" for the lowest of its scale,
// "below" for the others. None where the form has no points.
struct PointBelow {
  frameworks::VersionRef form;
  std::string point;
  std::string kind;
};
std::vector<PointBelow> points_below(const frameworks::Template& form);

// Those with a reason, late returns first, then as the list of reasons goes on; by name where all
// counts are the same. Nothing is added up.
std::vector<Needs> in_order(std::vector<Needs> all);

}  // namespace onereturn::questions
