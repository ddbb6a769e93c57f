#include "base/text.hpp"

#include <gtest/gtest.h>

namespace onereturn {
namespace {

TEST(CountCharacters, counts_letters_rather_than_bytes) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("Eldervale"), 9U);
  EXPECT_EQ(count_characters("caf\xC3\xA9"), 4U);
  EXPECT_EQ(count_characters("\xF0\x9F\x98\x80"), 1U);
  EXPECT_EQ(count_characters("one\ttwo\r\nthree"), 14U);
}

TEST(CountCharacters, refuses_what_is_no_text) {
  const std::string bad[] = {std::string("a\0b", 3),  // NUL
                             "\x07",                  // a bell
                             "\x7F",                  // delete
                             "\xC2\x85",              // a control character in two bytes
                             "\x80",                  // a continuation by itself
                             "\xC3",                  // cut short
                             "\xC0\xAF",              // longer than needed
                             "\xE0\x80\xAF",          // longer than needed
                             "\xF0\x80\x80\xAF",      // longer than needed
                             "\xED\xA0\x80",          // half of a pair
                             "\xF4\x90\x80\x80",      // beyond the last character
                             "\xF8\x88\x80\x80\x80",  // no such length
                             "a\xFFz"};
  for (const auto& text : bad)
    EXPECT_EQ(count_characters(text), std::nullopt) << text;
}

TEST(TidyParagraph, keeps_the_words_and_evens_the_ends) {
  EXPECT_EQ(tidy_paragraph("  one  \r\n\r\n two \t\n\n"), "one\n\n two");
  EXPECT_EQ(tidy_paragraph(" \n \t "), "");
  EXPECT_EQ(tidy_paragraph("as it is"), "as it is");
}

TEST(TidyLine, is_one_line_with_single_blanks) {
  EXPECT_EQ(tidy_line("  Dee \n  Okafor\t"), "Dee Okafor");
  EXPECT_EQ(tidy_line(" "), "");
}

}  // namespace
}  // namespace onereturn
