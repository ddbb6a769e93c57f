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
