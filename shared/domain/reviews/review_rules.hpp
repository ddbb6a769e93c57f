#pragma once

#include <optional>
#include <string>

#include "base/problem.hpp"
#include "domain/reviews/review.hpp"

namespace onereturn::reviews {

ReviewState state_of(const Review& review, Date today);

inline constexpr int review_days_max = 366;

// What is wrong with the two days: field errors "from" and "until".
void check_days(Problem& problem, const std::optional<Date>& from, const std::optional<Date>& until,
                Date today);

// The item of the form with that code, or null.
const frameworks::Item* item_of(const frameworks::Template& form, const std::string& code);

// Whether the form has a point of that code; true for "", which is no grade.
bool is_grade(const frameworks::Template& form, const std::string& grade);

}  // namespace onereturn::reviews
