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

TEST(CountCharacters, counts_a_text_as_it_is_kept) {
  struct Case {
    const char* text;
    std::size_t kept;
  };
  const Case cases[] = {
      {"", 0},
      {"e\u0301", 1},        // a letter and its accent become one
      {"\u00e9", 1},         // as they are
      {"e\u0300\u0301", 2},  // the second accent finds none to join
      {"\u0958", 2},         // never kept as one
      {"\u0958\u0958\u0958", 6},
      {"\ufb2c", 3},                    // a letter and two points
      {"\U0001d160", 3},                // a note, its stem and its flag
      {"\u212b", 1},                    // stands for another letter
      {"\u01d6\u0323", 3},              // one mark goes before two that were joined
      {"u\u0304\u0308", 1},             // two marks, one after the other
      {"\u1112\u1161\u11ab", 1},        // a syllable in parts
      {"\ud55c\u11ab", 2},              // nothing more goes into it
      {"\ud558\u11ab", 1},              // a last part does
      {"\u0301", 1},                    // a mark alone
      {"\u0344", 2},                    // two marks in one
      {"\u09c7\u09be", 1},              // two parts of one vowel
      {"\u4fdd\u8b77\u5152\u7ae5", 4},  // nothing to do
      {"\uf900", 1},                    // another way to write the same
      {"\U0001f600 a\u030a\u0327", 4},  // the cedilla goes first
  };
  for (const auto& [text, kept] : cases)
    EXPECT_EQ(count_characters(text), kept) << text;
}

TEST(CountCharacters, counts_ten_thousand_letters_that_grow) {
  std::string words;
  for (int n = 0; n < 10000; ++n)
    words += "\u0958";
  EXPECT_EQ(count_characters(words), 20000U);
  EXPECT_EQ(count_characters("a" + words.substr(0, 14997)), 9999U);
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

TEST(CharactersOf, leaves_out_what_xml_forbids) {
  EXPECT_EQ(characters_of(""), "");
  EXPECT_EQ(characters_of("plain"), "plain");
  EXPECT_EQ(characters_of("a\xEF\xBF\xBE"
                          "b\xEF\xBF\xBF"),
            "ab");
  EXPECT_EQ(characters_of("\xEF\xBF\xBD"), "\xEF\xBF\xBD") << "a character like any other";
  EXPECT_EQ(characters_of("cut \xEF\xBF"), "cut \xEF\xBF");
}

TEST(IsNoCharacter, asks_of_one_place) {
  const std::string_view text = "a\xEF\xBF\xBF";
  EXPECT_FALSE(is_no_character(text, 0));
  EXPECT_TRUE(is_no_character(text, 1));
  EXPECT_FALSE(is_no_character(text, 2));
  EXPECT_FALSE(is_no_character(text.substr(0, 3), 1));
}

}  // namespace
}  // namespace onereturn
