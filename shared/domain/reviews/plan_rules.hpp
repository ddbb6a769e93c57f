#pragma once

#include <optional>
#include <string>

#include "base/problem.hpp"
#include "domain/reviews/plan.hpp"

namespace onereturn::reviews {

inline constexpr int plan_days_max = 366;

struct Ratification {
  std::string by_group;
  std::optional<Date> on_day;
  std::string minute_ref;
};
// Tidies the words in place. Field errors "by_group", "on_day", "minute_ref": missing, too long, a
// day in the future, or one on which the version had not been offered.
void check_ratification(Problem& problem, Ratification& ratified, const PlanOffer& offer,
                        Date today);

// Field error "due": no day, one that is over, or more than a year away.
void check_plan_due(Problem& problem, const std::optional<Date>& due_on, Date today);

// Tidies in place. Field error "words": too long, or missing where they are needed.
void check_plan_words(Problem& problem, std::string& words, bool needed);

}  // namespace onereturn::reviews
