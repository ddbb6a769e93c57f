#pragma once

#include <string>
#include <vector>

#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/mapping.hpp"

// From levels to a board's own points.
namespace onereturn::mapping {

// The points whose interval meets the levels, in the scale's order.
std::vector<std::string> meeting_points(const frameworks::Scale& scale, LevelSet levels);

// Rates one box that the agency rates: fills state, possible, points, point, rule and the person
// who chose. Words are left alone. `not_applicable` is the rule of the item (of the template for a
// section's box). A choice counts only while it is among the points.
void rate(RenderedBox& box, const Ask& ask, const frameworks::Template& form,
          const frameworks::NotApplicableRule& not_applicable, const Choice* choice);

// Rates one box from what the agency wrote straight into it; null: nothing yet.
void rate_directly(RenderedBox& box, const DirectBox* direct, const frameworks::Template& form,
                   const frameworks::NotApplicableRule& not_applicable);

// The label that stands for not applicable in this template.
std::string not_applicable_label(const frameworks::Template& form);

// True when a choice for this box is a point that a person may take there now.
bool may_choose(const RenderedBox& box, const std::string& point);

}  // namespace onereturn::mapping
