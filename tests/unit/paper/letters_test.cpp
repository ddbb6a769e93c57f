#include "platform/convert/letters.hpp"

#include <gtest/gtest.h>

namespace onereturn::convert {
namespace {

const Letters letters("20-7e a0-17f\n20-7e 5d0-5ea 1f600\nnonsense 50- -60 99-20\n");

TEST(Letters, are_those_of_all_fonts_together) {
  for (const char32_t has : {U' ', U'~', U'\u00a0', U'\u0174', U'\u05d0', U'\u05ea', U'\U0001F600'})
    EXPECT_TRUE(letters.has(has)) << static_cast<unsigned>(has);
  for (const char32_t no : {U'\u0180', U'\u05eb', U'\U0001F601', U'\U0001F9FF', U'\u009f'})
    EXPECT_FALSE(letters.has(no)) << static_cast<unsigned>(no);
}

TEST(Letters, do_not_miss_what_is_never_drawn) {
  for (const char32_t has : {U'\u200F', U'\u202B', U'\u200D', U'\uFE0F', U'\u00AD'})
    EXPECT_TRUE(letters.has(has)) << static_cast<unsigned>(has);
}

TEST(Letters, name_what_they_do_not_have) {
  EXPECT_EQ(letters.spelled("A \U0001F9FF and \u0180."), "A [U+1F9FF] and [U+0180].");
  EXPECT_EQ(letters.spelled("\U0010FFFD"), "[U+10FFFD]");
}

TEST(Letters, leave_everything_else_to_the_byte) {
  const std::string text = "<p class=\"a\">Ll\u0177r \u05d0\u05d1 \U0001F600 &amp;\t\r\n</p>";
  EXPECT_EQ(letters.spelled(text), text);
  EXPECT_EQ(letters.spelled(""), "");
  // Not UTF-8: neither read beyond the end nor changed.
  EXPECT_EQ(letters.spelled("a\xF0\x9F"), "a\xF0\x9F");
}

TEST(Letters, of_a_page_are_those_that_are_read) {
  EXPECT_EQ(letters.spelled_page("<a href=\"https://b.example/\U0001F9FF\">\U0001F9FF</a> \u0180"),
            "<a href=\"https://b.example/\U0001F9FF\">[U+1F9FF]</a> [U+0180]");
  EXPECT_EQ(letters.spelled_page("\u0180<b"), "[U+0180]<b") << "a tag that never ends";
  EXPECT_EQ(letters.spelled_page(""), "");
}

TEST(Letters, of_no_font_are_none) {
  EXPECT_TRUE(Letters("").empty());
  EXPECT_TRUE(Letters("no ranges").empty());
  EXPECT_FALSE(letters.empty());
}

}  // namespace
}  // namespace onereturn::convert
