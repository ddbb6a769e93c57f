#include "domain/reporting/chairs_pack.hpp"

#include <gmock/gmock.h>

#include "domain/reporting/draft_words.hpp"
#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using testing::drafted::all_words;

PackPaper paper(const char* kind, const char* title, const char* purpose = "") {
  return {kind, title, purpose, "Draft 2", "Report 7, version 2", "", {}};
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

TEST(ChairsPack, contents_lead_to_each_paper_with_standing_and_record) {
  const auto front = pack_front({"Harrowmere board", "Board meeting", parse_date("2027-03-24"), "",
                                 "J. Telford", "Dr A. Reid"},
                                {paper("overview", "Overview"), paper("return", "Return")});
  EXPECT_EQ(front.subtitle, "Harrowmere board, 24 March 2027");
  for (const auto& block : front.blocks) {
    if (const auto* contents = std::get_if<documents::Contents>(&block)) {
      EXPECT_THAT(
          contents->lines,
          ElementsAre(documents::ContentsLine{"1. Overview", "paper1",
                                              "To agree. Draft 2. Report 7, version 2."},
                      documents::ContentsLine{"2. Return", "paper2",
                                              "For reference. Draft 2. Report 7, version 2."}));
      return;
    }
  }
  FAIL() << "there are no contents";
}

TEST(ChairsPack, papers_begin_on_their_own_page_one_level_down_with_anchors_of_their_own) {
  auto one = paper("overview", "Overview");
  one.check = "abc";
  one.blocks = {heading("Summary", "summary"), heading("Typed", "summary", 3),
                heading("Deep", "", 4),
                documents::Paragraph{{{"Words", false, false, "", "A note"}}, "cy"},
                documents::SignOffs{{{"Chair", "Dr A. Reid", "4 May 2027"}}}};
  const auto blocks = paper_in_pack(one, 3);
  ASSERT_THAT(blocks, SizeIs(8));
  EXPECT_TRUE(std::holds_alternative<documents::PageBreak>(blocks[0]));
  EXPECT_EQ(blocks[1], documents::Block(heading("3. Overview", "paper3", 2)));
  EXPECT_THAT(all_words({blocks[2]}),
              HasSubstr("To agree. Draft 2. Report 7, version 2. Check value abc."));
  EXPECT_EQ(blocks[3], documents::Block(heading("Summary", "paper3-summary", 3)));
  EXPECT_EQ(blocks[4], documents::Block(heading("Typed", "paper3-summary-2", 4)));
  EXPECT_EQ(blocks[5], documents::Block(heading("Deep", "", 4))) << "there is no level 5";
  EXPECT_EQ(blocks[6], one.blocks[3]) << "language and footnote stay";
  EXPECT_EQ(blocks[7], one.blocks[4]);
}

TEST(ChairsPack, asks_for_what_is_to_be_decided) {
  const auto front = pack_front({"Board", "", {}, "", "", ""},
                                {paper("highlights", "March"), paper("exceptions", "Exceptions"),
                                 paper("plan", "Plan", "To note")});
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
