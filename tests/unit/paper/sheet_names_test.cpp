#include "platform/spreadsheet/sheet_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::spreadsheet {
namespace {

using ::testing::ElementsAre;

TEST(SheetNames, have_no_character_that_is_forbidden_there) {
  EXPECT_THAT(sheet_names({"a[b]:c*d?e/f\\g", "tab\there", "'quoted'", "it's"}),
              ElementsAre("a b  c d e f g", "tab here", "quoted", "it's"));
}

TEST(SheetNames, are_never_empty_and_never_excels_own) {
  EXPECT_THAT(sheet_names({"", "  ", "''", "History"}),
              ElementsAre("Sheet", "Sheet 2", "Sheet 3", "Sheet 4"));
}

TEST(SheetNames, are_at_most_31_characters_and_never_cut_one) {
  const auto names = sheet_names({std::string(40, 'x'), std::string(30, 'x') + "\u0177\u0177",
                                  std::string(30, 'x') + "\U0001F9FF"});
  EXPECT_EQ(names[0], std::string(31, 'x'));
  EXPECT_EQ(names[1], std::string(30, 'x') + "\u0177");
  EXPECT_EQ(names[2], std::string(30, 'x')) << "two units do not fit";
}

TEST(SheetNames, are_unlike_each_other_capitals_aside) {
  EXPECT_THAT(sheet_names({"Returns", "returns", "RETURNS", "returns 2"}),
              ElementsAre("Returns", "returns 2", "RETURNS 3", "returns 2 2"));
  const auto names = sheet_names({std::string(40, 'x'), std::string(40, 'x')});
  EXPECT_EQ(names[1], std::string(29, 'x') + " 2");
}

TEST(FirstUnits, count_as_spreadsheets_do) {
  EXPECT_EQ(first_units("a\u0177\U0001F9FFz", 2), "a\u0177");
  EXPECT_EQ(first_units("a\u0177\U0001F9FFz", 3), "a\u0177");
  EXPECT_EQ(first_units("a\u0177\U0001F9FFz", 4), "a\u0177\U0001F9FF");
  EXPECT_EQ(first_units("abc", 5), "abc");
  EXPECT_EQ(first_units("abc", 0), "");
}

}  // namespace
}  // namespace onereturn::spreadsheet
