#include "domain/reviews/plan_rules.hpp"

#include "base/text.hpp"

namespace onereturn::reviews {
namespace {

void check_line(Problem& problem, const char* field, std::string& text, const char* missing) {
  text = tidy_line(text);
  const auto count = count_characters(text);
  if (!count || *count > line_characters_max) {
    problem.fields.push_back({field, "Use 300 characters or fewer"});
  } else if (*count == 0) {
    problem.fields.push_back({field, missing});
  }
}

}  // namespace

PlanState state_of(const Plan& plan, Date today) {
  if (plan.withdrawn_at) return PlanState::withdrawn;
  const auto* newest = plan.offers.empty() ? nullptr : &plan.offers.front();
  if (newest != nullptr && newest->answer && newest->answer->ratified) return PlanState::ratified;
  if (plan.organisation_closed) return PlanState::closed;
  if (newest != nullptr && !newest->answer) return PlanState::offered;
  return wanted_by(plan) < today ? PlanState::overdue : PlanState::asked;
}

Date wanted_by(const Plan& plan) {
  for (const auto& offer : plan.offers) {
    if (offer.answer && offer.answer->due_on) return *offer.answer->due_on;
  }
  return plan.due_on;
}

void check_ratification(Problem& problem, Ratification& ratified, const PlanOffer& offer,
                        Date today) {
  check_line(problem, "by_group", ratified.by_group, "Enter the group that ratified it");
  if (!ratified.on_day) {
    problem.fields.push_back({"on_day", "Enter the day of the meeting"});
  } else if (today < *ratified.on_day) {
    problem.fields.push_back({"on_day", to_words(*ratified.on_day) + " is still to come. A plan is "
                                                                     "ratified once it was"});
  } else if (*ratified.on_day < day_in_england(offer.at)) {
    problem.fields.push_back(
        {"on_day", "This version was offered on " + to_words(day_in_england(offer.at)) +
                       ", after that day. Give the day of a meeting that had it"});
  }
  check_line(problem, "minute_ref", ratified.minute_ref,
             "Enter where the minutes say so, for example 2027/03, item 6");
}

void check_plan_due(Problem& problem, const std::optional<Date>& due_on, Date today) {
  if (!due_on) {
    problem.fields.push_back({"due", "Enter the day by which you want it"});
  } else if (*due_on < today) {
    problem.fields.push_back({"due", to_words(*due_on) + " is over. Give a day from today on"});
  } else if (days_between(today, *due_on) > plan_days_max) {
    problem.fields.push_back({"due", "Give a day within a year"});
  }
}

void check_plan_words(Problem& problem, std::string& words, bool needed) {
  words = tidy_paragraph(words);
  const auto count = count_characters(words);
  if (!count || *count > paragraph_characters_max) {
    problem.fields.push_back({"words", "Use 10,000 characters or fewer"});
  } else if (needed && *count == 0) {
    problem.fields.push_back({"words", "Say what is missing"});
  }
}

}  // namespace onereturn::reviews
