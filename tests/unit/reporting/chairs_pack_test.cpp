#include "domain/reporting/chairs_pack.hpp"

#include <gmock/gmock.h>

#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using testing::drafted::all_words;
using testing::drafted::is_whole;
using testing::drafted::table_named;
using testing::drafted::words_of;

PackPaper paper(const char* kind, const char* title, int pages = 0, const char* purpose = "") {
  return {kind, title, purpose, "Draft 2", "", pages};
}

TEST(ChairsPack, is_in_the_order_of_a_meeting) {
  std::vector<std::string> titles;
  for (const auto& one : in_meeting_order(
           {paper("return", "Yew"), paper("other", "Letter"), paper("evaluation", "Birch"),
            paper("plan", "Plan"), paper("return", "Ash"), paper("exceptions", "Exceptions"),
            paper("evaluation", "Ash"), paper("highlights", "March"),
            paper("highlights", "February"), paper("overview", "Overview")}))
    titles.push_back(one.title);
  EXPECT_THAT(titles, ElementsAre("Overview", "March", "February", "Exceptions", "Plan", "Ash",
                                  "Birch", "Ash", "Yew", "Letter"));
}

TEST(ChairsPack, contents_say_on_which_page_each_paper_begins) {
  const auto front = pack_front(
      {"Harrowmere board", "Board meeting", parse_date("2027-03-24"), "", "J. Telford",
       "Dr A. Reid"},
      {paper("overview", "Overview", 24), paper("plan", "Plan", 0), paper("return", "Return", 9)},
      2);
  EXPECT_EQ(front.subtitle, "Harrowmere board, 24 March 2027");
  const auto* contents = table_named(front.blocks, "contents");
  ASSERT_NE(contents, nullptr);
  EXPECT_TRUE(is_whole(*contents));
  EXPECT_EQ(words_of(contents->rows[0][4]), "3");
  EXPECT_EQ(words_of(contents->rows[1][4]), "27");
  EXPECT_EQ(words_of(contents->rows[2][4]), "Not known yet") << "the plan has no length yet";
  EXPECT_EQ(words_of(contents->rows[2][2]), "For reference");
}

TEST(ChairsPack, before_anything_is_made_has_no_column_of_pages) {
  const auto front = pack_front({"Board", "", {}, "", "", ""}, {paper("overview", "Overview")});
  EXPECT_EQ(front.title, "Papers for the chair");
  EXPECT_THAT(table_named(front.blocks, "contents")->columns, SizeIs(4));
}

TEST(ChairsPack, asks_for_what_is_to_be_decided) {
  const auto front = pack_front({"Board", "", {}, "", "", ""},
                                {paper("highlights", "March"), paper("exceptions", "Exceptions"),
                                 paper("plan", "Plan", 0, "To note")});
  for (const auto& block : front.blocks) {
    if (const auto* list = std::get_if<documents::List>(&block)) {
      ASSERT_THAT(list->items, SizeIs(1));
      EXPECT_EQ(list->items[0][0].spans[0].text, "Paper 2, Exceptions: to decide.");
      return;
    }
  }
  FAIL() << "nothing is asked for";
}

TEST(ChairsPack, without_a_paper_says_so) {
  const auto words = all_words(pack_front({"Board", "", {}, "", "", ""}, {}).blocks);
  EXPECT_THAT(words, HasSubstr("No paper has been put into this pack."));
  EXPECT_THAT(words, HasSubstr("Nothing is to be decided."));
}

}  // namespace
}  // namespace onereturn::reporting
