#include "domain/mapping/levels.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace onereturn::mapping {
namespace {

const std::vector<std::string> three = {"a", "b", "c"};

LevelSet at(std::optional<int> level, const std::set<std::string>& asked,
            std::map<std::string, LevelRange> parts = {}) {
  return possible_levels(three, asked, {level, std::move(parts)});
}

// "0", "1-4"; "none" for an empty set.
std::string in_words(LevelSet levels) {
  if (levels.empty()) return "none";
  const LevelRange range = levels.interval();
  EXPECT_EQ(levels.size(), range.high - range.low + 1);
  return range.low == range.high ? std::to_string(range.low)
                                 : std::to_string(range.low) + "-" + std::to_string(range.high);
}

// The table of the rules, row by row: one requirement at a level, its parts not stated.
TEST(Levels, follow_the_table_of_the_rules) {
  struct Row {
    const char* asks;
    std::set<std::string> facets;
    bool more;
    std::vector<std::string> at_0_to_4;
  };
  const std::vector<Row> table = {
      {"the same", {"a", "b", "c"}, false, {"0", "1", "2", "3", "4"}},
      {"less", {"a", "b"}, false, {"0", "0-4", "2-4", "3-4", "4"}},
      {"less, one part", {"c"}, false, {"0", "0-4", "2-4", "3-4", "4"}},
      {"all of it and more", {"a", "b", "c"}, true, {"0-1", "1", "1-2", "1-3", "1-4"}},
      {"part of it and more", {"a"}, true, {"0-1", "0-4", "1-4", "1-4", "1-4"}},
  };
  for (const Row& row : table) {
    for (int level = 0; level <= 4; ++level) {
      LevelSet levels = at(level, row.facets);
      if (row.more) levels = joined(levels, LevelSet::all());
      EXPECT_EQ(in_words(levels), row.at_0_to_4[static_cast<std::size_t>(level)])
          << row.asks << " at level " << level;
    }
  }
}

TEST(Levels, join_as_one_set_would) {
  const std::vector<std::vector<int>> table = {{0, 0, 0}, {0, 1, 1}, {0, 2, 1}, {0, 4, 1},
                                               {1, 1, 1}, {1, 4, 1}, {2, 2, 2}, {2, 4, 2},
                                               {3, 4, 3}, {4, 4, 4}};
  for (const auto& row : table) {
    EXPECT_EQ(joined(row[0], row[1]), row[2]) << row[0] << " and " << row[1];
    EXPECT_EQ(joined(row[1], row[0]), row[2]) << row[1] << " and " << row[0];
  }
}

TEST(Levels, do_not_depend_on_the_order_of_joining) {
  for (int a = 0; a <= 4; ++a) {
    for (int b = 0; b <= 4; ++b) {
      for (int c = 0; c <= 4; ++c)
        EXPECT_EQ(joined(joined(a, b), c), joined(a, joined(b, c)));
    }
  }
}

TEST(Levels, take_the_ticks_of_level_1_for_what_they_say) {
  const LevelRange ticked{2, 4};
  const LevelRange unticked{0, 1};
  EXPECT_EQ(in_words(at(1, {"a"}, {{"a", ticked}, {"b", unticked}, {"c", ticked}})), "2-4");
  EXPECT_EQ(in_words(at(1, {"b"}, {{"a", ticked}, {"b", unticked}, {"c", ticked}})), "0-1");
  EXPECT_EQ(in_words(at(1, {"a", "b"}, {{"a", ticked}, {"b", unticked}, {"c", ticked}})), "1");
  EXPECT_EQ(in_words(at(1, {"a", "c"}, {{"a", ticked}, {"b", unticked}, {"c", ticked}})), "2-4");
}

TEST(Levels, let_stated_parts_decide_the_rest) {
  // At level 3 something is exactly 3; with two parts at 4 it is the third.
  EXPECT_EQ(in_words(at(3, {"c"}, {{"a", {4, 4}}, {"b", {4, 4}}})), "3");
  // At level 1 with all other parts at 2 or better, the last one is 0 or 1.
  EXPECT_EQ(in_words(at(1, {"c"}, {{"a", {2, 4}}, {"b", {2, 4}}})), "0-1");
  // Nothing at all is at 0 in level 2.
  EXPECT_EQ(in_words(at(2, {"a", "b"}, {{"c", {2, 2}}})), "2-4");
}

TEST(Levels, find_nothing_where_level_and_parts_contradict) {
  EXPECT_TRUE(at(3, {"a"}, {{"b", {1, 1}}}).empty());
  EXPECT_TRUE(at(0, {"a"}, {{"b", {2, 4}}}).empty());
  EXPECT_TRUE(at(2, {"a"}, {{"a", {3, 3}}, {"b", {3, 3}}, {"c", {3, 3}}}).empty());
}

TEST(Levels, find_nothing_where_nothing_is_asked) {
  EXPECT_TRUE(at(2, {}).empty());
  EXPECT_TRUE(at(2, {"z"}).empty());
}

TEST(Levels, compute_the_whole_from_its_parts) {
  EXPECT_EQ(in_words(levels_of_whole(three, {{"a", {4, 4}}, {"b", {3, 3}}, {"c", {2, 2}}})), "2");
  EXPECT_EQ(in_words(levels_of_whole(three, {{"a", {4, 4}}, {"b", {0, 1}}, {"c", {2, 4}}})), "1");
  EXPECT_EQ(in_words(levels_of_whole(three, {{"a", {0, 0}}, {"b", {0, 0}}, {"c", {0, 0}}})), "0");
  EXPECT_EQ(in_words(levels_of_whole(three, {{"a", {0, 1}}, {"b", {0, 1}}, {"c", {0, 1}}})), "0-1");
  EXPECT_EQ(in_words(levels_of_whole(three, {})), "0-4");
}

TEST(Levels, are_enough_when_the_whole_or_each_asked_part_is_stated) {
  EXPECT_TRUE(says_enough({"a"}, {2, {}}));
  EXPECT_TRUE(says_enough({"a"}, {std::nullopt, {{"a", {1, 1}}}}));
  EXPECT_FALSE(says_enough({"a", "b"}, {std::nullopt, {{"a", {1, 1}}}}));
  EXPECT_FALSE(says_enough({"a"}, {}));
}

}  // namespace
}  // namespace onereturn::mapping
