// Days of plans and reviews that can be, and what a plan's state follows from.

#include "domain/reviews/plan_rules.hpp"

#include <gtest/gtest.h>

#include "domain/reviews/review_rules.hpp"
#include "domain/reviews/training_needs.hpp"

namespace onereturn::reviews {
namespace {

Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

PlanOffer offer(const char* at) {
  PlanOffer offer;
  offer.at = *parse_instant(at);
  return offer;
}

std::string faults(const Problem& problem) {
  std::string names;
  for (const auto& field : problem.fields) {
    names += field.field + " ";
  }
  return names;
}

std::string faults_of(std::optional<Date> day, const char* offered_at, Date today) {
  Problem problem;
  Ratification ratified{" Quality group ", day, "Item 6"};
  check_ratification(problem, ratified, offer(offered_at), today);
  EXPECT_EQ(ratified.by_group, "Quality group");
  return faults(problem);
}

TEST(Ratification, is_on_a_day_between_the_offer_and_today) {
  const auto today = date(2028, 2, 29);
  EXPECT_EQ(faults_of(date(2028, 2, 29), "2028-02-29T09:00:00Z", today), "");
  EXPECT_EQ(faults_of(date(2028, 2, 28), "2028-02-28T23:30:00Z", today), "");
  EXPECT_EQ(faults_of(date(2028, 2, 28), "2028-02-29T00:30:00Z", today), "on_day ");
  EXPECT_EQ(faults_of(date(2028, 3, 1), "2028-02-01T09:00:00Z", today), "on_day ");
  EXPECT_EQ(faults_of(std::nullopt, "2028-02-01T09:00:00Z", today), "on_day ");
}

TEST(Ratification, knows_the_day_of_the_offer_by_englands_clock) {
  const auto today = date(2027, 4, 10);
  EXPECT_EQ(faults_of(date(2027, 3, 28), "2027-03-28T23:30:00Z", today), "on_day ")
      << "half past midnight of the 29th, the clocks having changed";
  EXPECT_EQ(faults_of(date(2027, 3, 27), "2027-03-27T23:30:00Z", today), "");
}

TEST(Ratification, needs_a_group_and_a_place_in_the_minutes) {
  Problem problem;
  Ratification none{"", date(2027, 3, 1), std::string(301, 'x')};
  check_ratification(problem, none, offer("2027-02-01T09:00:00Z"), date(2027, 3, 2));
  EXPECT_EQ(faults(problem), "by_group minute_ref ");
}

TEST(PlanDue, is_within_a_year_from_today) {
  const auto today = date(2027, 3, 16);
  const auto of = [&](std::optional<Date> due) {
    Problem problem;
    check_plan_due(problem, due, today);
    return faults(problem);
  };
  EXPECT_EQ(of(today), "");
  EXPECT_EQ(of(date(2028, 3, 16)), "");
  EXPECT_EQ(of(date(2028, 3, 17)), "due ") << "the year to come has a 29 February";
  EXPECT_EQ(of(date(2027, 3, 15)), "due ");
  EXPECT_EQ(of(std::nullopt), "due ");
}

TEST(PlanWords, may_have_ten_thousand_characters) {
  const auto of = [](std::string words, bool needed) {
    Problem problem;
    check_plan_words(problem, words, needed);
    return faults(problem);
  };
  EXPECT_EQ(of(std::string(10'000, 'x'), true), "");
  EXPECT_EQ(of(std::string(10'001, 'x'), false), "words ");
  EXPECT_EQ(of(" ", true), "words ");
  EXPECT_EQ(of("", false), "");
}

TEST(PlanState, follows_from_offers_and_answers) {
  Plan plan;
  plan.due_on = date(2027, 4, 1);
  EXPECT_EQ(state_of(plan, date(2027, 4, 1)), PlanState::asked);
  EXPECT_EQ(state_of(plan, date(2027, 4, 2)), PlanState::overdue);
  plan.offers.push_back(offer("2027-03-20T09:00:00Z"));
  EXPECT_EQ(state_of(plan, date(2027, 9, 9)), PlanState::offered);
  plan.offers.front().answer = PlanAnswer{.ratified = false,
                                          .by_group = {},
                                          .on_day = {},
                                          .minute_ref = {},
                                          .words = "More",
                                          .due_on = date(2027, 5, 1),
                                          .at = {}};
  EXPECT_EQ(state_of(plan, date(2027, 4, 2)), PlanState::asked);
  EXPECT_EQ(state_of(plan, date(2027, 5, 2)), PlanState::overdue);
  plan.offers.front().answer->ratified = true;
  EXPECT_EQ(state_of(plan, date(2027, 5, 2)), PlanState::ratified);
  plan.withdrawn_at = Instant{};
  EXPECT_EQ(state_of(plan, date(2027, 5, 2)), PlanState::withdrawn);
}

TEST(ReviewDays, can_be_and_end_within_a_year) {
  const auto today = date(2028, 2, 29);
  const auto of = [&](std::optional<Date> from, std::optional<Date> until) {
    Problem problem;
    check_days(problem, from, until, today);
    return faults(problem);
  };
  EXPECT_EQ(of(today, today), "");
  EXPECT_EQ(of(date(2028, 2, 1), today), "") << "a first day that is over is no fault";
  EXPECT_EQ(of(today, date(2029, 3, 1)), "");
  EXPECT_EQ(of(today, date(2029, 3, 2)), "until ");
  EXPECT_EQ(of(date(2028, 3, 2), date(2028, 3, 1)), "until ");
  EXPECT_EQ(of(std::nullopt, date(2028, 2, 28)), "from until ");
  EXPECT_EQ(of(std::nullopt, std::nullopt), "from until ");
}

TEST(ReviewState, is_open_from_the_first_day_to_the_last) {
  Review review;
  review.from_on = date(2027, 3, 2);
  review.until_on = date(2027, 3, 9);
  EXPECT_EQ(state_of(review, date(2027, 3, 1)), ReviewState::ahead);
  EXPECT_EQ(state_of(review, date(2027, 3, 2)), ReviewState::open);
  EXPECT_EQ(state_of(review, date(2027, 3, 9)), ReviewState::open);
  EXPECT_EQ(state_of(review, date(2027, 3, 10)), ReviewState::over);
  review.ended_at = Instant{};
  EXPECT_EQ(state_of(review, date(2027, 3, 2)), ReviewState::ended);
}

TEST(TrainingNeeds, add_up_by_standard_and_organisation) {
  const auto needs = needs_of({{"Ash", "1", true, true, 2},
                               {"Ash", "1", false, false, 3},
                               {"Birch", "1", true, false, 4},
                               {"Birch", "2", false, true, 1},
                               {"Birch", "", true, true, 1}},
                              {{"1", "One"}, {"2", "Two"}, {"3", "Three"}});
  ASSERT_EQ(needs.size(), 4U);
  EXPECT_EQ(needs[0].below(), 6);
  EXPECT_EQ(needs[0].rated(), 9);
  EXPECT_EQ(needs[0].organisations_below(), 2);
  EXPECT_EQ(needs[0].gaps[0], (Gap{"Birch", 4, 4, 0})) << "most gaps first";
  EXPECT_EQ(needs[0].gaps[1], (Gap{"Ash", 2, 5, 2}));
  EXPECT_EQ(needs[1].organisations_below(), 0);
  EXPECT_TRUE(needs[2].gaps.empty());
  EXPECT_EQ(needs[3].name, "Only in your form");
}

}  // namespace
}  // namespace onereturn::reviews
