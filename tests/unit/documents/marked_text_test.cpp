#include "domain/documents/marked_text.hpp"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/documents/marked_inline.hpp"

namespace onereturn::documents {
namespace {

using testing::IsEmpty;

Block paragraph(std::vector<Span> spans) { return Paragraph{std::move(spans), ""}; }
Block words(std::string text) { return plain(std::move(text)); }
std::vector<Paragraph> item(std::string text) { return {plain(std::move(text))}; }

struct Case {
  std::string name;
  std::string typed;
  std::vector<Block> read;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"nothing", "", {}},
      {"blank lines alone", "\n \n\t\n", {}},
      {"words", "The chair asked.", {words("The chair asked.")}},
      {"two paragraphs", "One.\n\nTwo.", {words("One."), words("Two.")}},
      {"a line's end stays", "One\ntwo", {words("One\ntwo")}},
      {"carriage returns go", "One\r\n\r\nTwo", {words("One"), words("Two")}},
      {"a heading", "## Key findings", {Heading{2, "Key findings", ""}}},
      {"deeper headings", "### A\n#### B", {Heading{3, "A", ""}, Heading{4, "B", ""}}},
      {"no heading of the first level", "# A", {words("# A")}},
      {"no heading of the fifth", "##### A", {words("##### A")}},
      {"a heading ends a paragraph",
       "One\n## Two\nthree",
       {words("One"), Heading{2, "Two", ""}, words("three")}},
      {"a list", "- one\n- two", {List{false, {item("one"), item("two")}}}},
      {"a numbered list", "1. one\n2. two", {List{true, {item("one"), item("two")}}}},
      {"numbers count on from the first",
       "7. one\n7. two",
       {List{true, {item("one"), item("two")}, 7}}},
      {"a list goes on after a paragraph",
       "1. one\n\nmore\n\n2. two",
       {List{true, {item("one")}}, words("more"), List{true, {item("two")}, 2}}},
      {"a year is as it was typed", "2027. one", {List{true, {item("one")}, 2027}}},
      {"a long number begins no list", "20270316. one", {words("20270316. one")}},
      {"a list with blank lines", "- one\n\n- two", {List{false, {item("one"), item("two")}}}},
      {"two kinds of list",
       "- one\n1. two",
       {List{false, {item("one")}}, List{true, {item("two")}}}},
      {"an item of two lines", "- one\n  more", {List{false, {item("one\nmore")}}}},
      {"a list's end", "- one\nmore", {List{false, {item("one")}}, words("more")}},
      {"an item without words", "- \nmore", {words("more")}},
      {"a number that is no item", "2027.5 is none\n1.no", {words("2027.5 is none\n1.no")}},
      {"a hyphen that is no item", "-one", {words("-one")}},
      {"strong", "a **b** c", {paragraph({{"a "}, {"b", true}, {" c"}})}},
      {"emphasis", "a *b* c", {paragraph({{"a "}, {"b", false, true}, {" c"}})}},
      {"both", "***b***", {paragraph({{"b", true, true}})}},
      {"strong that never ends", "a **b", {words("a **b")}},
      {"emphasis that never ends", "2 * 3", {words("2 * 3")}},
      {"stars told not to be marks", "2 \\* 3 \\* 4", {words("2 * 3 * 4")}},
      {"a backslash before a letter", "C:\\new", {words("C:\\new")}},
      {"a link",
       "see [here](https://board.example/a)",
       {paragraph({{"see "}, {"here", false, false, "https://board.example/a"}})}},
      {"a link of mail",
       "[us](mailto:us@board.example)",
       {paragraph({{"us", false, false, "mailto:us@board.example"}})}},
      {"a link that is script", "[x](javascript:q())", {words("[x](javascript:q())")}},
      {"a link that is data", "[x](data:text/html,q)", {words("[x](data:text/html,q)")}},
      {"a link without TLS", "[x](http://a.example)", {words("[x](http://a.example)")}},
      {"a link to nowhere", "[x](//a.example)", {words("[x](//a.example)")}},
      {"a link that ends early",
       "[x](https://a.example/\"on)",
       {words("[x](https://a.example/\"on)")}},
      {"brackets", "[x] (y)", {words("[x] (y)")}},
      {"markup is words", "<script>q()</script>", {words("<script>q()</script>")}},
      {"characters that no document has",
       std::string("a\0b\x01"
                   "c",
                   5),
       {words("abc")}},
  };
  return all;
}

class MarkedText : public testing::TestWithParam<Case> {};

TEST_P(MarkedText, IsReadAsPeopleMeanIt) {
  EXPECT_EQ(read_marked(GetParam().typed), GetParam().read);
}

TEST_P(MarkedText, ReadsTheSameWhenItIsWrittenAgain) {
  EXPECT_EQ(read_marked(write_marked(GetParam().read)), GetParam().read) << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(Cases, MarkedText, testing::ValuesIn(cases()),
                         [](const auto& one) { return "case_" + std::to_string(one.index); });

// Texts made of what the reader looks at.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  bool yes() { return below(2) == 1; }

  std::string text(std::size_t pieces_max) {
    static const std::vector<std::string> pieces = {
        "a",   "b", "*",  "**", "***",  "[", "]", "(",         ")",  "\\", "-",  "- ", "1. ", "#",
        "## ", " ", "\n", "é",  "سلام", "<", "&", "https://x", "7.", "](", "\t", ".",  "`",   "_"};
    std::string made;
    for (std::size_t n = 1 + below(pieces_max); n > 0; --n)
      made += pieces[below(pieces.size())];
    return made;
  }

 private:
  std::mt19937 random_;
};

std::string without_blank_lines(std::string text) {
  std::string made;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    if (line.find_first_not_of(" \t") != std::string::npos)
      made += (made.empty() ? "" : "\n") + line;
    from = end + 1;
  }
  return made;
}

TEST(MarkedTextByChance, AnyTextCanBeToldNotToHaveMarks) {
  Chance chance(20271);
  for (int round = 0; round < 4000; ++round) {
    const auto text = without_blank_lines(chance.text(12));
    if (text.empty()) continue;
    const auto read = read_marked(without_marks(text));
    ASSERT_EQ(read, std::vector<Block>{words(text)}) << text << "\nwritten " << without_marks(text);
  }
}

TEST(MarkedTextByChance, WhatWasReadIsReadAgain) {
  Chance chance(20272);
  for (int round = 0; round < 4000; ++round) {
    const auto typed = chance.text(20);
    const auto once = read_marked(typed);
    ASSERT_EQ(read_marked(write_marked(once)), once) << typed << "\nwritten " << write_marked(once);
  }
}

TEST(MarkedTextByChance, SpansOfAnyStateComeBack) {
  Chance chance(20273);
  for (int round = 0; round < 4000; ++round) {
    std::vector<Span> spans;
    for (std::size_t n = 1 + chance.below(5); n > 0; --n) {
      Span span{chance.text(3), chance.yes(), chance.yes(), "", ""};
      std::erase(span.text, '\n');
      if (span.text.empty()) continue;
      if (!spans.empty() && spans.back().strong == span.strong &&
          spans.back().emphasis == span.emphasis)
        continue;
      spans.push_back(span);
    }
    ASSERT_EQ(read_spans(write_spans(spans)), spans) << write_spans(spans);
  }
}

TEST(MarkedTextByChance, NoAddressOfAnotherKindComesOut) {
  Chance chance(20274);
  for (int round = 0; round < 2000; ++round) {
    const auto typed = "[w](" + chance.text(3) + "javascript:" + chance.text(6) + ")";
    for (const auto& block : read_marked(typed)) {
      const auto* one = std::get_if<Paragraph>(&block);
      if (!one) continue;
      for (const auto& span : one->spans)
        ASSERT_TRUE(span.href.empty() || is_safe_address(span.href)) << typed;
    }
  }
}

TEST(PlainWords, AreThoseOfHeadingsParagraphsAndItems) {
  EXPECT_EQ(plain_words(read_marked("## A\nb **c**\n\n- d\n- e")), "A\nb c\nd\ne");
  EXPECT_THAT(plain_words({}), IsEmpty());
}

TEST(WritingMarkedText, LeavesOutWhatItHasNoMarkFor) {
  EXPECT_EQ(write_marked({Table{}, plain("a"), PageBreak{}, Picture{"<svg/>", "b", ""}}), "a");
}

}  // namespace
}  // namespace onereturn::documents
