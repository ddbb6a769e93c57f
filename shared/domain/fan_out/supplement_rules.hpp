#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/fan_out/supplement.hpp"

// What one version says that the other does not. Pure.
namespace onereturn::fan_out {

// Boxes in the form's order that differ in text, point or state; then actions and evidence that
// only one of the two has.
Difference difference_between(const DeliveredCopy& before, const DeliveredCopy& after);

// What stands in one box, as both sides store it.
struct BoxContent {
  std::string text;
  std::string point;
  std::string state;

  bool operator==(const BoxContent&) const = default;
};
using Contents = std::map<std::string, BoxContent>;  // by box number

// What a copy would say once it is delivered.
Contents contents_of(const mapping::RenderedCopy& copy);

// How many boxes say something else in the other, or stand in one of them alone.
int changed_boxes(const Contents& one, const Contents& other);

// What `now` is to what stands and to the newest version that was sent.
CopyAge age_of(const Contents& now, const Contents& stands, const Contents& newest,
               Standing newest_standing);

}  // namespace onereturn::fan_out
