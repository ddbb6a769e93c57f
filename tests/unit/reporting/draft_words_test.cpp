#include "domain/reporting/draft_words.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(DraftWords, figures_and_what_they_are_of) {
  EXPECT_EQ(figure(0), "0");
  EXPECT_EQ(figure(999), "999");
  EXPECT_EQ(figure(1000), "1,000");
  EXPECT_EQ(figure(1234567), "1,234,567");
  EXPECT_EQ(figure(-1204), "-1,204");
  EXPECT_EQ(counted(1, "return", "returns"), "1 return");
  EXPECT_EQ(counted(0, "return", "returns"), "0 returns");
  EXPECT_EQ(out_of(1, 1500, "return", "returns"), "1 of 1,500 returns");
  EXPECT_EQ(out_of(1, 1, "return", "returns"), "1 of 1 return");
  EXPECT_EQ(verb(1, "is", "are"), "is");
  EXPECT_EQ(verb(0, "is", "are"), "are");
}

TEST(DraftWords, lists_and_periods) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"A"}), "A");
  EXPECT_EQ(listed({"A", "B"}), "A and B");
  EXPECT_EQ(listed({"A", "B", "C"}), "A, B and C");
  const auto day = *parse_date("2027-04-30");
  EXPECT_EQ(period_words(day, day), "30 April 2027");
  EXPECT_EQ(period_words(*parse_date("2027-04-01"), day), "from 1 April 2027 to 30 April 2027");
}

struct Cut {
  const char* text;
  std::size_t most;
  const char* words;
};
class FirstWords : public ::testing::TestWithParam<Cut> {};
TEST_P(FirstWords, are_cut_between_words_and_characters) {
  const auto words = first_words(GetParam().text, GetParam().most);
  EXPECT_EQ(words, GetParam().words);
  EXPECT_TRUE(count_characters(words)) << "still whole characters";
}
INSTANTIATE_TEST_SUITE_P(
    Texts, FirstWords,
    ::testing::Values(Cut{"", 10, ""}, Cut{"  short  ", 10, "short"},
                      Cut{"first line\nsecond line", 40, "first line"},
                      Cut{"exactly ten", 11, "exactly ten"},
                      Cut{"a policy for supervision of staff", 20, "a policy for …"},
                      Cut{"unbrokenwordwithoutanyblank", 10, "unbrokenwo …"},
                      Cut{"Llanfair­pwllgwyngyll y plant", 12, "Llanfair­pwl …"},
                      Cut{"سياسة حماية الأطفال في المدرسة", 14, "سياسة حماية …"},
                      Cut{"ŵŵŵŵŵŵ", 3, "ŵŵŵ …"}));

TEST(DraftWords, a_long_text_is_whole_in_a_cell) {
  const std::string text(paragraph_characters_max, 'x');
  const auto one = words_cell(text + "\n\n  second  \r\n");
  ASSERT_THAT(one.paragraphs, SizeIs(2));
  EXPECT_EQ(one.paragraphs[0].spans[0].text, text);
  EXPECT_EQ(one.paragraphs[1].spans[0].text, "second");
  EXPECT_EQ(words_cell("\n \n", "Nothing").paragraphs[0].spans[0].text, "Nothing");
  EXPECT_THAT(words_cell("").paragraphs, SizeIs(0));
}

TEST(DraftWords, a_list_stops_and_says_how_many_more_there_are) {
  std::vector<std::string> points(1500, "A point");
  const auto text = SectionText().points(points, "the table").text();
  EXPECT_THAT(text, HasSubstr("1,460 more stand in the table."));
  EXPECT_LT(text.size(), 1000U);
  points.resize(SectionText::points_max);
  EXPECT_THAT(SectionText().points(points, "the table").text(),
              ::testing::Not(HasSubstr("more stand")));
  EXPECT_EQ(SectionText().points({}, "the table").text(), "");
}

}  // namespace
}  // namespace onereturn::reporting
