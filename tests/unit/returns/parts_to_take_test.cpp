#include <gtest/gtest.h>

#include "domain/returns/units.hpp"

namespace onereturn::returns {
namespace {

const Parts none;
const Parts common_ones = {{"1a", {2, 2}}, {"1b", {3, 3}}};
const Parts former_ones = {{"1a", {2, 2}}, {"1b", {2, 2}}};
const Parts own_ones = {{"1a", {4, 4}}};

struct Case {
  const char* name;
  Parts stated;
  Parts taken_before;
  std::optional<int> level;
  std::optional<int> level_above;
  Parts expected;
};

class PartsToTake : public ::testing::TestWithParam<Case> {};

TEST_P(PartsToTake, are_the_ones_that_the_rule_says) {
  const auto& one = GetParam();
  CommonAnswer common;
  common.level = one.level_above;
  common.parts = common_ones;
  EXPECT_EQ(parts_to_take(one.stated, one.taken_before, one.level, common), one.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Units, PartsToTake,
    ::testing::Values(
        Case{"same_level", none, none, 2, 2, common_ones},
        Case{"another_level", none, none, 3, 2, none},
        Case{"no_level_here", none, none, std::nullopt, 2, none},
        Case{"no_level_at_all", none, none, std::nullopt, std::nullopt, none},
        Case{"stated_here", own_ones, none, 2, 2, own_ones},
        Case{"stated_here_at_another_level", own_ones, none, 4, 2, own_ones},
        Case{"taken_before_and_changed_above", former_ones, former_ones, 2, 2, common_ones},
        Case{"taken_before_and_now_at_another_level", former_ones, former_ones, 3, 2, none}),
    [](const auto& each) { return std::string{each.param.name}; });

TEST(ChangedParts, count_where_the_unit_took_them_and_nowhere_else) {
  CommonAnswer above;
  above.parts = common_ones;
  InheritedAnswer inherited;
  inherited.taken_parts = former_ones;
  EXPECT_FALSE(has_changed(inherited, &above));
  inherited.takes_parts = true;
  EXPECT_TRUE(has_changed(inherited, &above));
  EXPECT_FALSE(has_changed(inherited, nullptr));
  inherited.taken_parts = common_ones;
  EXPECT_FALSE(has_changed(inherited, &above));
}

}  // namespace
}  // namespace onereturn::returns
