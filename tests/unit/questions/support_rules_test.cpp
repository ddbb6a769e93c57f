#include "domain/questions/support_rules.hpp"

#include <gmock/gmock.h>

namespace onereturn::questions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Needs of(const char* name) {
  Needs needs;
  needs.organisation = name;
  return needs;
}

TEST(ReasonsOf, say_each_by_itself_with_its_count) {
  auto needs = of("A");
  needs.late = 1;
  needs.low = 3;
  needs.repeated = 2;
  needs.open_questions = 1;
  EXPECT_THAT(reasons_of(needs),
              ElementsAre("1 return is late.", "2 questions stood low last time and do so again.",
                          "3 questions stand at the lowest levels.",
                          "1 question of theirs waits for you."));
}

TEST(ReasonsOf, tell_late_from_not_begun_and_grades_from_own_ratings) {
  auto needs = of("A");
  needs.late = 2;
  needs.untouched = 1;
  needs.started_late = 1;
  needs.behind = 1;
  needs.graded = 4;
  needs.lowest = 1;
  needs.below = 3;
  EXPECT_THAT(reasons_of(needs),
              ElementsAre("2 returns are late.", "1 late return is not begun.",
                          "1 return is due within two weeks, and nothing has come.",
                          "1 return that is due within two weeks is less than half answered.",
                          "4 items are below the minimum by your grades.",
                          "1 item is at the lowest point by their own rating.",
                          "3 items are below the minimum by their own rating, if not at the lowest"
                          " point."));
}

frameworks::ScalePoint point(const char* code, int low, int high) {
  frameworks::ScalePoint one;
  one.code = code;
  one.levels = {low, high};
  return one;
}

TEST(PointsBelow, are_those_wholly_below_the_minimum_the_lowest_told_apart) {
  frameworks::Template lights;
  lights.ref = {"lights", 2};
  lights.scale.emplace();
  lights.scale->points = {point("green", 2, 4), point("amber", 1, 1), point("red", 0, 0)};
  const auto below = points_below(lights);
  ASSERT_EQ(below.size(), 2U);
  EXPECT_EQ(below[0].point, "amber");
  EXPECT_EQ(below[0].kind, "below");
  EXPECT_EQ(below[1].point, "red");
  EXPECT_EQ(below[1].kind, "lowest");
  EXPECT_EQ(below[1].form.version, 2);
}

TEST(PointsBelow, are_none_where_the_lowest_meets_it_or_nothing_is_rated) {
  frameworks::Template form;
  EXPECT_TRUE(points_below(form).empty());
  form.scale.emplace();
  form.scale->points = {point("good", 3, 4), point("adequate", 1, 2)};
  EXPECT_TRUE(points_below(form).empty()) << "partly at the minimum is not below it";
}

TEST(ReasonsOf, say_nothing_without_one) { EXPECT_THAT(reasons_of(of("A")), IsEmpty()); }

TEST(InOrder, leaves_out_who_has_no_reason_and_puts_late_ones_first) {
  auto late = of("Late");
  late.late = 1;
  auto low = of("Low");
  low.low = 40;
  auto again = of("Again");
  again.repeated = 1;
  std::vector<std::string> names;
  for (const auto& one : in_order({of("Well"), low, again, late}))
    names.push_back(one.organisation);
  EXPECT_THAT(names, ElementsAre("Late", "Again", "Low"));
}

TEST(InOrder, goes_by_name_where_the_counts_are_the_same) {
  auto b = of("B");
  b.late = 1;
  auto a = of("A");
  a.late = 1;
  const auto ordered = in_order({b, a});
  ASSERT_EQ(ordered.size(), 2U);
  EXPECT_EQ(ordered.front().organisation, "A");
}

}  // namespace
}  // namespace onereturn::questions
