#include "domain/returns/suggestions.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "content_workspace.hpp"

namespace onereturn::returns {
namespace {

const std::vector<std::string> two = {"eldervale", "westmarch"};

// Writes into the first box of that content of an item that asks exactly one common requirement.
const AskedItem& write(Workspace& workspace, const std::string& board,
                       frameworks::BoxContent content, const mapping::DirectBox& words) {
  auto& engaged = board_in(workspace, board);
  for (const auto& item : engaged.asked) {
    if (item.requirements.size() != 1) continue;
    const auto* requirement = workspace.requirement(*item.requirements.begin());
    if (requirement->local == frameworks::LocalKind::whole) continue;
    for (const auto& box : item.item->boxes) {
      if (box.content != content) continue;
      engaged.side.direct[box.box_no] = words;
      return item;
    }
  }
  throw std::logic_error("no such box");
}

mapping::DirectBox text(const std::string& words) {
  mapping::DirectBox box;
  box.text = words;
  return box;
}

TEST(Suggestions, are_what_the_first_boards_own_form_says) {
  auto workspace = content_workspace(two);
  EXPECT_TRUE(suggestions_of(workspace).empty());
  const auto& item = write(workspace, "westmarch", frameworks::BoxContent::describes_then_knows,
                           text("Our policy is on the tablet."));
  const auto offered = suggestions_of(workspace);
  ASSERT_EQ(offered.size(), 1U);
  EXPECT_EQ(offered[0].requirement->code, *item.requirements.begin());
  EXPECT_EQ(offered[0].texts.describes, "Our policy is on the tablet.");
  ASSERT_EQ(offered[0].sources.size(), 1U);
  EXPECT_EQ(offered[0].sources[0].board.name, board_in(workspace, "westmarch").board.name);
}

TEST(Suggestions, stop_once_the_question_has_an_answer) {
  auto workspace = content_workspace(two);
  write(workspace, "westmarch", frameworks::BoxContent::describes_then_knows, text("Words."));
  answer_all(workspace, 2);
  EXPECT_TRUE(suggestions_of(workspace).empty());
}

TEST(Suggestions, are_none_where_one_board_asks) {
  auto workspace = content_workspace({"westmarch"});
  workspace.way = mapping::Way::own_form;
  EXPECT_TRUE(suggestions_of(workspace).empty());
}

TEST(Suggestions, never_come_from_what_does_not_apply) {
  auto workspace = content_workspace(two);
  auto words = text("Words.");
  words.not_applicable = true;
  write(workspace, "westmarch", frameworks::BoxContent::describes_then_knows, words);
  EXPECT_TRUE(suggestions_of(workspace).empty());
}

}  // namespace
}  // namespace onereturn::returns
