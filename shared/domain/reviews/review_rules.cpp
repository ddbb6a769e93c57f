#include "domain/reviews/review_rules.hpp"

#include <algorithm>

namespace onereturn::reviews {

ReviewState state_of(const Review& review, Date today) {
  if (review.ended_at) return ReviewState::ended;
  if (today < review.from_on) return ReviewState::ahead;
  return review.until_on < today ? ReviewState::over : ReviewState::open;
}

void check_days(Problem& problem, const std::optional<Date>& from, const std::optional<Date>& until,
                Date today) {
  if (!from) problem.fields.push_back({"from", "Enter the first day"});
  if (!until) {
    problem.fields.push_back({"until", "Enter the last day"});
    return;
  }
  if (*until < today) {
    problem.fields.push_back({"until", to_words(*until) + " is over. Give a day from today on"});
  } else if (from && *until < *from) {
    problem.fields.push_back({"until", "The last day is before the first one"});
  } else if (from && days_between(*from, *until) > review_days_max) {
    problem.fields.push_back({"until", "A review is over within a year"});
  }
}

const frameworks::Item* item_of(const frameworks::Template& form, const std::string& code) {
  for (const auto& section : form.sections) {
    for (const auto& item : section.items) {
      if (item.code == code) return &item;
    }
  }
  return nullptr;
}

bool is_grade(const frameworks::Template& form, const std::string& grade) {
  if (grade.empty()) return true;
  return form.scale && std::any_of(form.scale->points.begin(), form.scale->points.end(),
                                   [&](const auto& point) { return point.code == grade; });
}

}  // namespace onereturn::reviews
