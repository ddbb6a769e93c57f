#include "domain/returns/word_difference.hpp"

#include <gtest/gtest.h>

namespace onereturn::returns {
namespace {

using Kind = WordRun::Kind;

std::string marked(std::string_view before, std::string_view after) {
  std::string text;
  for (const auto& run : word_difference(before, after)) {
    if (run.kind == Kind::same) text += run.text;
    if (run.kind == Kind::added) text += "{+" + run.text + "}";
    if (run.kind == Kind::removed) text += "{-" + run.text + "}";
  }
  return text;
}

struct Case {
  const char* before;
  const char* after;
  const char* expected;
};

class WordDifference : public ::testing::TestWithParam<Case> {};

TEST_P(WordDifference, marks_what_was_taken_out_and_put_in) {
  EXPECT_EQ(marked(GetParam().before, GetParam().after), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, WordDifference,
    ::testing::Values(Case{"", "", ""}, Case{"", "new words", "{+new words}"},
                      Case{"old words", "", "{-old words}"},
                      Case{"the same", "the same", "the same"},
                      Case{"a lead is named", "a deputy is named", "a {-lead }{+deputy }is named"},
                      Case{"one two", "one two three", "one two {+three}"},
                      Case{"one two three", "one three", "one {-two }three"},
                      Case{"first line\nsecond", "first line\n\nsecond", "first line\n\nsecond"},
                      Case{"Every café", "Every tea room", "Every {-café}{+tea room}"}));

TEST(WordDifferenceOfAnything, gives_both_texts_back) {
  std::string before, after;
  for (int at = 0; at < 400; ++at) {
    before += "w" + std::to_string(at * 7 % 31) + " ";
    after += "w" + std::to_string(at * 5 % 31) + " ";
  }
  std::string left, right;
  for (const auto& run : word_difference(before, after)) {
    if (run.kind != Kind::added) left += run.text;
    if (run.kind != Kind::removed) right += run.text;
  }
  EXPECT_EQ(left, before);
  EXPECT_EQ(right, after);
}

TEST(WordDifferenceOfAnything, of_very_long_texts_is_one_change) {
  std::string before, after;
  for (int at = 0; at < 2500; ++at) {
    before += "a" + std::to_string(at) + " ";
    after += "b" + std::to_string(at) + " ";
  }
  const auto runs = word_difference(before, after);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].kind, Kind::removed);
  EXPECT_EQ(runs[1].text, after);
}

}  // namespace
}  // namespace onereturn::returns
