#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "content_workspace.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/consequences.hpp"
#include "domain/returns/frozen_lines.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/promised.hpp"
#include "domain/returns/question_view.hpp"

namespace onereturn::returns {
namespace {

const std::vector<std::string> five = {"westmarch", "kingsreach", "eldervale", "harrowmere",
                                       "tarnbridge"};

TEST(HomeView, counts_what_five_boards_ask_and_what_is_left) {
  auto workspace = content_workspace(five);
  const auto empty = home_view(workspace);
  EXPECT_EQ(empty.boards, 5);
  EXPECT_EQ(empty.questions, 218);
  EXPECT_EQ(empty.once, 66);
  EXPECT_EQ(empty.spared, empty.questions - empty.once - empty.extras);
  EXPECT_EQ(empty.left, empty.once + empty.extras);
  EXPECT_EQ(empty.next, "C1.1");
  answer_all(workspace, 2);
  const auto answered = home_view(workspace);
  EXPECT_EQ(answered.once_confirmed, 66);
  EXPECT_EQ(answered.left, answered.extras);
  EXPECT_TRUE(answered.next.empty());
  for (const auto& board : answered.by_board)
    EXPECT_EQ(board.answers_needed, 0);
}

TEST(HomeView, says_each_boards_form_in_words) {
  const auto home = home_view(content_workspace(five));
  ASSERT_EQ(home.by_board.size(), 5U);
  EXPECT_EQ(home.by_board[0].form_words, "45 boxes, words only");
  EXPECT_EQ(home.by_board[1].form_words, "16 boxes, two for each standard");
  EXPECT_EQ(home.by_board[2].form_words, "8 traffic lights");
  EXPECT_EQ(home.by_board[3].form_words, "60 points, graded by the board");
  EXPECT_EQ(home.by_board[4].form_words, "60 points, graded by you");
  const auto two = home_view(content_workspace({"eldervale", "port-sallow"}));
  EXPECT_EQ(two.by_board[1].form_words, "8 traffic lights and 2 of its own");
}

TEST(AnswerState, asks_again_after_twelve_months) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  auto& answer = workspace.common.answers["C1.1"];
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::confirmed);
  answer.confirmed.on = Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{16}};
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::confirmed);
  answer.confirmed.on = Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{15}};
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::reconfirm);
  answer.confirmed.on.reset();
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::drafted);
  answer = {};
  EXPECT_EQ(answer_state(workspace, "C1.1"), AnswerState::not_started);
}

TEST(QuestionView, asks_for_no_level_where_boards_take_words_only) {
  const auto words = content_workspace({"westmarch", "kingsreach"});
  const auto question = question_view(words, "C1.1");
  ASSERT_TRUE(question.has_value());
  EXPECT_FALSE(question->level_needed);
  EXPECT_TRUE(question->levels.empty());
  EXPECT_TRUE(question->parts.empty());
  EXPECT_EQ(question->asked_by.size(), 2U);
}

TEST(QuestionView, shows_what_each_level_would_mean) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  const auto question = question_view(workspace, "C1.1");
  ASSERT_TRUE(question.has_value());
  ASSERT_EQ(question->levels.size(), 5U);
  for (const auto& level : question->levels)
    EXPECT_FALSE(level.consequences.empty());
  std::set<std::string> at_zero, at_two;
  for (const auto& each : question->levels[0].consequences) {
    at_zero.insert(each.points.begin(), each.points.end());
  }
  for (const auto& each : question->levels[2].consequences) {
    at_two.insert(each.points.begin(), each.points.end());
  }
  EXPECT_NE(at_zero, at_two);
}

TEST(ConsequencesOf, are_exact_once_the_parts_are_stated) {
  auto workspace = content_workspace({"eldervale", "tarnbridge"});
  answer_all(workspace, 2);
  const auto& requirement = *workspace.requirement("C2.10");
  mapping::Answer answer;
  answer.level = 1;
  const auto open = consequences_of(workspace, requirement, answer);
  ASSERT_TRUE(open && !open->empty());
  const auto points = [](const std::vector<Consequence>& all) {
    std::size_t count = 0;
    for (const auto& each : all)
      count += each.points.size();
    return count;
  };
  for (const auto& facet : requirement.facets)
    answer.parts[facet] = {0, 1};
  const auto none = consequences_of(workspace, requirement, answer);
  ASSERT_TRUE(none);
  EXPECT_LT(points(*none), points(*open));
  for (const auto& facet : requirement.facets)
    answer.parts[facet] = {2, 4};
  EXPECT_FALSE(consequences_of(workspace, requirement, answer)) << "every part above the level";
  EXPECT_FALSE(consequences_of(workspace, requirement, {}));
}

TEST(QuestionView, means_what_its_stated_parts_decide) {
  auto workspace = content_workspace({"eldervale", "port-sallow"});
  answer_all(workspace, 2);
  auto& answer = workspace.common.answers["C2.10"];
  answer.level = 1;
  const auto before = question_view(workspace, "C2.10");
  for (const auto& facet : workspace.requirement("C2.10")->facets)
    answer.parts[facet] = {0, 1};
  const auto after = question_view(workspace, "C2.10");
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->levels[1].consequences.front().points.size(), 3U);
  EXPECT_EQ(after->levels[1].consequences.front().points.size(), 2U);
  EXPECT_EQ(after->levels[2].consequences.front().points,
            before->levels[2].consequences.front().points);
}

TEST(QuestionView, has_nothing_for_a_question_that_nobody_asks) {
  const auto workspace = content_workspace({"westmarch", "kingsreach"});
  EXPECT_EQ(question_view(workspace, "C9.99").problem().code, ProblemCode::not_found);
}

TEST(QuestionView, offers_parts_where_some_board_asks_one_without_the_rest) {
  const auto workspace = content_workspace(five);
  const auto question = question_view(workspace, "C2.10");
  ASSERT_TRUE(question.has_value());
  ASSERT_FALSE(question->parts.empty());
  EXPECT_TRUE(std::any_of(question->parts.begin(), question->parts.end(),
                          [](const PartChoice& part) { return part.matters; }));
  EXPECT_TRUE(question->levels[1].parts_matter);
  EXPECT_FALSE(question->levels[0].parts_matter);
}

TEST(ExtrasOf, lists_what_one_board_alone_asks) {
  const auto workspace = content_workspace({"eldervale", "port-sallow"});
  const auto extras = extras_of(workspace, workspace.boards[1]);
  const auto count = [&](ExtraKind kind) {
    return std::count_if(extras.begin(), extras.end(),
                         [&](const Extra& extra) { return extra.kind == kind; });
  };
  EXPECT_EQ(count(ExtraKind::unmapped), 4);  // text and light of two own items
  EXPECT_EQ(count(ExtraKind::residual), 5);
  EXPECT_EQ(count(ExtraKind::choice), 0);
  EXPECT_GT(count(ExtraKind::whole), 0);
}

TEST(ExtrasOf, has_a_choice_where_the_answers_leave_one) {
  auto workspace = content_workspace(five);
  answer_all(workspace, 2);
  workspace.common.answers["C2.10"].level = 1;
  const auto extras = extras_of(workspace, board_in(workspace, "tarnbridge"));
  const auto choice = std::find_if(extras.begin(), extras.end(), [](const Extra& extra) {
    return extra.kind == ExtraKind::choice;
  });
  ASSERT_NE(choice, extras.end());
  EXPECT_GT(choice->points.size(), 1U);
  EXPECT_FALSE(choice->done);
  EXPECT_FALSE(choice->why.empty());
}

TEST(PromiseView, names_the_boxes_that_will_say_so) {
  const auto workspace = content_workspace(five);
  const auto& westmarch = workspace.boards[0];
  using Kind = PromiseSubject::Kind;
  const auto view = promise_view(workspace, westmarch, {Kind::requirement, "C2.8"});
  ASSERT_TRUE(view);
  EXPECT_EQ(view->name, workspace.requirement("C2.8")->name);
  for (const auto& box : view->boxes)
    EXPECT_FALSE(box.place.empty());
  EXPECT_FALSE(view->given);
  EXPECT_FALSE(promise_view(workspace, westmarch, {Kind::requirement, "C99.1"}));
  EXPECT_FALSE(promise_view(workspace, westmarch, {Kind::item, "no such item"}));
  const auto box = promise_view(workspace, westmarch, {Kind::box, view->boxes.front().box_no});
  ASSERT_TRUE(box);
  EXPECT_EQ(box->boxes.size(), 1U);
}

TEST(PromiseView, leaves_the_boards_own_boxes_and_ratings_alone) {
  const auto workspace = content_workspace(five);
  for (const auto& board : workspace.boards) {
    for (const auto& section : board.form->sections) {
      for (const auto& item : section.items) {
        for (const auto& box : item.boxes) {
          const bool words = box.content != frameworks::BoxContent::rating &&
                             box.content != frameworks::BoxContent::improvement &&
                             box.filled_by != frameworks::FilledBy::board;
          const auto view = promise_view(workspace, board, {PromiseSubject::Kind::box, box.box_no});
          EXPECT_EQ(view.has_value(), words) << box.box_no;
        }
      }
    }
  }
}

TEST(PromiseView, knows_what_was_promised_for_every_box) {
  auto workspace = content_workspace(five);
  auto& harrowmere = workspace.boards[3];
  const PromiseSubject subject{PromiseSubject::Kind::requirement,
                               *harrowmere.asked.front().requirements.begin()};
  const auto before = check_board(workspace, harrowmere, Depth::errors_only);
  const auto boxes = promise_view(workspace, harrowmere, subject)->boxes;
  for (const auto& box : boxes)
    harrowmere.side.promises[box.box_no] = {workspace.today, "Marcus Venn"};
  EXPECT_EQ(promise_view(workspace, harrowmere, subject)->given->by_whom, "Marcus Venn");
  const auto after = check_board(workspace, harrowmere, Depth::errors_only);
  EXPECT_LT(after.errors.size(), before.errors.size());
  ASSERT_FALSE(after.promised.empty());
  EXPECT_EQ(after.promises, static_cast<int>(after.promised.size()));
  EXPECT_TRUE(promise_subject(after.promised.front()).has_value());
  harrowmere.side.promises.erase(boxes.front().box_no);
  EXPECT_FALSE(boxes.size() > 1 && promise_view(workspace, harrowmere, subject)->given);
}

TEST(EvidencePlaces, are_the_boxes_that_list_it) {
  const auto workspace = content_workspace({"eldervale"});
  for (const auto& section : workspace.boards[0].form->sections) {
    EXPECT_EQ(evidence_places(section).size(), 1U) << section.code;
  }
  const auto points = content_workspace({"harrowmere"});
  const auto& section = points.boards[0].form->sections.front();
  EXPECT_EQ(evidence_places(section).size(), section.items.size());
}

TEST(OwnForm, is_the_boards_own_sections_and_nothing_else) {
  auto workspace = content_workspace({"eldervale"});
  const auto sections = own_form(workspace, workspace.boards[0]);
  EXPECT_EQ(sections.size(), 8U);
  EXPECT_TRUE(extras_of(workspace, workspace.boards[0]).empty());
  EXPECT_TRUE(asked_once(workspace).empty());
  int boxes = 0;
  for (const auto& section : sections)
    boxes += section.boxes_in_all;
  const auto home = home_view(workspace);
  EXPECT_EQ(home.once, 0);
  EXPECT_EQ(home.extras, boxes);
  EXPECT_EQ(home.standards.size(), 8U);
}

TEST(CheckAnswers, counts_the_lights_and_names_what_is_missing) {
  auto workspace = content_workspace(five);
  const auto& lights = board_in(workspace, "eldervale");
  const auto before = check_board(workspace, lights, Depth::everything);
  EXPECT_FALSE(before.ready());
  for (const auto& error : before.errors)
    EXPECT_FALSE(error.message.empty()) << error.key;
  answer_all(workspace, 2);
  const auto after = check_board(workspace, lights, Depth::everything);
  EXPECT_LT(after.errors.size(), before.errors.size());
  EXPECT_EQ(after.words.substr(0, 8), "8 lights");
  const auto words = check_board(workspace, board_in(workspace, "westmarch"), Depth::everything);
  EXPECT_EQ(words.words, "45 boxes, no ratings");
}

TEST(FrozenLines, belong_to_one_board_and_hold_nothing_of_another) {
  auto workspace = content_workspace(five);
  for (auto& board : workspace.boards) {
    const auto marker = "only for " + board.board.area;
    board.side.whole["C1.8"].texts.describes = marker;
    board.side.parts["C4.6"].texts.knows = marker;
    board.side.residuals["1"].text = marker;
    board.side.direct["9.text"].text = marker;
    board.side.choices["1.light"] = {"green", marker, {}};
    board.side.overrides["2.light"] = {marker, {}, marker, "Dee", {}};
    board.side.promises["3.light"].by_whom = marker;
    board.side.explanations["no-knows:C1.1"] = marker;
    board.profile["lead_officer.name"] = marker;
  }
  for (const auto& board : workspace.boards) {
    const auto lines = frozen_lines(workspace, board);
    std::set<std::string> kinds;
    for (const auto& line : lines) {
      kinds.insert(line.kind);
      for (const auto& other : workspace.boards) {
        if (other.request == board.request) continue;
        const auto marker = "only for " + other.board.area;
        EXPECT_NE(line.text, marker);
        EXPECT_NE(line.chosen_by, marker);
        EXPECT_NE(line.reason, marker);
      }
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"local", "residual", "direct", "choice", "override",
                                            "promise", "explanation", "detail"}));
  }
}

}  // namespace
}  // namespace onereturn::returns
