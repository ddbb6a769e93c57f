#include "domain/returns/drafts.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "content_workspace.hpp"
#include "domain/returns/board_history.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/frozen_lines.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/suggestions.hpp"

namespace onereturn::returns {
namespace {

const std::vector<std::string> five = {"westmarch", "kingsreach", "eldervale", "harrowmere",
                                       "tarnbridge"};

std::vector<std::string> rules(const BoardCheck& check) {
  std::vector<std::string> rules;
  for (const auto& error : check.errors)
    rules.push_back(error.rule);
  return rules;
}

int count_of(const std::vector<std::string>& rules, const std::string& rule) {
  return static_cast<int>(std::count(rules.begin(), rules.end(), rule));
}

std::vector<std::string> rules_of(const Workspace& workspace, const Engaged& board) {
  return rules(check_board(workspace, board, Depth::errors_only));
}

const frameworks::Box& first_box(const frameworks::Template& form) {
  const auto& section = form.sections.front();
  return section.boxes.empty() ? section.items.front().boxes.front() : section.boxes.front();
}

// Where somebody can write for one board, what the engine says while nothing stands there, and
// what it is called in a finding.
struct PlaceCase {
  const char* name;
  const char* board;
  const char* missing;
  void (*write)(mapping::BoardSide& side);
};

class DraftPlaces : public ::testing::TestWithParam<PlaceCase> {};

TEST_P(DraftPlaces, a_draft_takes_the_place_of_what_is_missing_and_stops_the_copy) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  auto& board = board_in(workspace, GetParam().board);
  const auto before = rules_of(workspace, board);
  ASSERT_GT(count_of(before, GetParam().missing), 0);
  GetParam().write(board.drafts);
  const auto drafted = rules_of(workspace, board);
  EXPECT_EQ(count_of(drafted, draft_rule), 1);
  EXPECT_LT(count_of(drafted, GetParam().missing), count_of(before, GetParam().missing));
  GetParam().write(board.side);
  board.drafts = {};
  EXPECT_EQ(count_of(rules_of(workspace, board), draft_rule), 0);
}

TEST_P(DraftPlaces, nothing_of_a_draft_is_rendered_or_frozen) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  auto& board = board_in(workspace, GetParam().board);
  const auto copy = preview_copy(workspace, board);
  const auto lines = frozen_lines(workspace, board).size();
  GetParam().write(board.drafts);
  EXPECT_EQ(preview_copy(workspace, board), copy);
  EXPECT_EQ(frozen_lines(workspace, board).size(), lines);
}

TEST_P(DraftPlaces, the_page_shows_the_draft_and_does_not_count_it) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  const auto done = home_view(workspace).extras_done;
  auto& board = board_in(workspace, GetParam().board);
  GetParam().write(board.drafts);
  const auto extras = extras_of(workspace, board);
  EXPECT_EQ(std::count_if(extras.begin(), extras.end(),
                          [](const Extra& extra) { return extra.draft && !extra.done; }),
            1);
  EXPECT_EQ(home_view(workspace).extras_done, done);
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, DraftPlaces,
                         ::testing::Values(PlaceCase{"whole", "harrowmere", "no-local-answer",
                                                     [](mapping::BoardSide& side) {
                                                       side.whole["C1.8"].texts.describes = "Begun";
                                                     }},
                                           PlaceCase{"residual", "eldervale", "no-own-answer",
                                                     [](mapping::BoardSide& side) {
                                                       side.residuals["1"].text = "Begun";
                                                       side.residuals["1"].level = 2;
                                                     }}),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Drafts, of_a_note_that_nobody_demands_stop_the_copy_and_halve_the_question) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  auto& board = board_in(workspace, "eldervale");
  const auto before = rules_of(workspace, board);
  const auto home = home_view(workspace);
  board.drafts.parts["C1.1"].texts.describes = "Begun";
  const auto after = rules_of(workspace, board);
  EXPECT_EQ(after.size(), before.size() + 1);
  EXPECT_EQ(count_of(after, draft_rule), 1);
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::drafted);
  const auto now = home_view(workspace);
  EXPECT_EQ(now.once_confirmed, home.once_confirmed - 1);
  EXPECT_EQ(now.by_board[2].extras_needed, home.by_board[2].extras_needed + 1);
  EXPECT_EQ(now.by_board[2].answers_needed, home.by_board[2].answers_needed);
}

TEST(Drafts, of_what_is_no_longer_asked_stop_nothing) {
  auto workspace = content_workspace(five);
  auto& board = board_in(workspace, "eldervale");
  board.drafts.parts["C9.99"].texts.describes = "Begun";
  board.drafts.residuals["no such item"].text = "Begun";
  board.drafts.direct["no such box"].text = "Begun";
  EXPECT_TRUE(draft_findings(workspace, board).empty());
}

TEST(Drafts, in_a_boards_own_form_are_counted_by_themselves) {
  auto workspace = content_workspace({"eldervale"});
  auto& board = workspace.boards[0];
  const auto& box = first_box(*board.form);
  const auto before = rules_of(workspace, board);
  board.drafts.direct[box.box_no].text = "Begun";
  const auto section = own_form(workspace, board).front();
  EXPECT_EQ(section.boxes_done, 0);
  EXPECT_EQ(section.drafts, 1);
  const auto& boxes = section.boxes.empty() ? section.items.front().boxes : section.boxes;
  EXPECT_TRUE(boxes.front().draft);
  EXPECT_FALSE(boxes.front().done);
  const auto home = home_view(workspace);
  EXPECT_EQ(home.standards.front().progress.drafted, section.boxes_drafted);
  EXPECT_EQ(home.standards.front().progress.total(), section.boxes_in_all);
  const auto found = draft_findings(workspace, board);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().box_no, box.box_no);
  EXPECT_FALSE(found.front().place.empty());
  EXPECT_EQ(rules_of(workspace, board).size(), before.size());
}

TEST(Drafts, are_offered_too_when_a_second_board_asks) {
  auto workspace = content_workspace({"eldervale", "westmarch"});
  auto& board = board_in(workspace, "westmarch");
  ASSERT_TRUE(suggestions_of(workspace).empty());
  for (const auto& section : board.form->sections) {
    for (const auto& item : section.items) {
      for (const auto& box : item.boxes)
        board.drafts.direct[box.box_no].text = "Begun";
    }
  }
  EXPECT_FALSE(suggestions_of(workspace).empty());
}

TEST(Restore, writes_the_whole_earlier_version_upon_the_latest_as_a_draft) {
  std::vector<BoxVersion> history(2);
  history[0].version = 7;
  history[1].version = 6;
  history[1].text = "As it was";
  history[1].level = 3;
  history[1].confirmed = true;
  const auto command = restore(history, 6, RequestId::random(), BoxKind::residual, "1");
  ASSERT_TRUE(command.has_value());
  EXPECT_EQ(command->base_version, 7);
  EXPECT_EQ(command->text, "As it was");
  EXPECT_EQ(command->level, 3);
  EXPECT_FALSE(command->confirm);
  EXPECT_FALSE(restore(history, 5, RequestId::random(), BoxKind::residual, "1").has_value());
}

}  // namespace
}  // namespace onereturn::returns
