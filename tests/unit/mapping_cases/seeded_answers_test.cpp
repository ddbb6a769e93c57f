#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/mapping/answers_format.hpp"
#include "domain/mapping/canonical_form.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"
#include "platform/json/json.hpp"
#include "unit/mapping_cases/content.hpp"

// The demonstration's answers against what they must give, which was worked out apart from the
// engine (schemas/content/region/expected-thornmere-police.json).
namespace onereturn::mapping_cases {
namespace {

using frameworks::BoxContent;
using mapping::BoxState;
using mapping::RenderedBox;
using mapping::RenderedCopy;

const std::string region = "schemas/content/region/";
const std::string police = "thornmere-police.json";

mapping::AnswerFile answers_of(const std::string& file) {
  Result<mapping::AnswerFile> result = mapping::read_answers(project_file(region + file));
  if (!result) {
    std::string why = file;
    for (const FieldError& field : result.problem().fields)
      why += "\n" + field.field + ": " + field.message;
    throw std::runtime_error(why);
  }
  return std::move(result).value();
}

const json::Value& member(const json::Value& value, const std::string& key) {
  const json::Value* found = value.find(key);
  if (found == nullptr) throw std::runtime_error("no member " + key);
  return *found;
}

std::string text(const json::Value& value, const std::string& key) {
  return *member(value, key).if_text();
}

int number(const json::Value& value, const std::string& key) {
  return static_cast<int>(*member(value, key).if_integer());
}

std::vector<std::string> texts(const json::Value& list) {
  std::vector<std::string> result;
  for (const json::Value& one : *list.if_array())
    result.push_back(*one.if_text());
  return result;
}

const json::Value& expected() {
  static const json::Value value = *json::parse(project_file(region + "expected-" + police)).value;
  return value;
}

mapping::Engagement engagement_of(const mapping::BoardEntry& entry) {
  mapping::Engagement engagement;
  engagement.board = entry.board;
  engagement.form = &content().forms.at(entry.form.code);
  engagement.mapping = &content().mappings.at(entry.form.code);
  engagement.way = entry.way;
  return engagement;
}

RenderedCopy copy_for(const mapping::AnswerFile& file, const std::string& board) {
  const frameworks::FrameworkIndex index(content().framework);
  for (const mapping::BoardEntry& entry : file.boards) {
    if (entry.board.code == board) {
      return mapping::render_copy(engagement_of(entry), index, file.common, entry.side);
    }
  }
  throw std::runtime_error("no board " + board);
}

const RenderedBox& box_of(const RenderedCopy& copy, const std::string& box_no) {
  const auto found = std::find_if(copy.boxes.begin(), copy.boxes.end(),
                                  [&](const auto& box) { return box.box_no == box_no; });
  if (found == copy.boxes.end()) throw std::runtime_error("no box " + box_no);
  return *found;
}

int count(const RenderedCopy& copy, BoxState state) {
  return static_cast<int>(
      std::count_if(copy.boxes.begin(), copy.boxes.end(), [&](const RenderedBox& box) {
        return box.content == BoxContent::rating && box.state == state;
      }));
}

std::set<std::string> markers_in(const std::string& words) {
  const std::string start = "[local marker ";
  std::set<std::string> found;
  for (auto at = words.find(start); at != std::string::npos; at = words.find(start, at + 1)) {
    found.insert(words.substr(at, words.find(']', at) - at + 1));
  }
  return found;
}

std::string everything_in(const RenderedCopy& copy) {
  return json::write(mapping::copy_to_json(copy));
}

TEST(SeededAnswers, all_files_read_and_fit_the_framework) {
  const frameworks::FrameworkIndex index(content().framework);
  const json::Value list = *json::parse(project_file(region + "region.json")).value;
  int files = 0;
  for (const json::Value& entry : *member(list, "answers").if_array()) {
    const mapping::AnswerFile file = answers_of(text(entry, "file"));
    EXPECT_EQ(file.agency, text(entry, "agency"));
    for (const FieldError& fault : mapping::check_answers_against(file, index)) {
      ADD_FAILURE() << text(entry, "file") << " " << fault.field << ": " << fault.message;
    }
    ++files;
  }
  EXPECT_EQ(files, 6);
}

TEST(SeededAnswers, give_each_board_the_counts_that_were_worked_out) {
  const mapping::AnswerFile file = answers_of("answers-" + police);
  for (const json::Value& board : *member(expected(), "boards").if_array()) {
    SCOPED_TRACE(text(board, "board"));
    const RenderedCopy copy = copy_for(file, text(board, "board"));
    const auto& form = content().forms.at(copy.form.code);
    EXPECT_EQ(mapping::word_boxes(form), number(board, "boxes"));
    EXPECT_EQ(count(copy, BoxState::set), number(board, "set"));
    EXPECT_EQ(count(copy, BoxState::chosen), number(board, "chosen"));
    EXPECT_EQ(count(copy, BoxState::choose), 0);
    EXPECT_EQ(count(copy, BoxState::unanswered), number(board, "unanswered"));
    EXPECT_EQ(count(copy, BoxState::no_point), number(board, "no_point"));
    EXPECT_EQ(count(copy, BoxState::not_applicable), number(board, "na"));
    EXPECT_EQ(static_cast<int>(copy.actions.size()), number(board, "actions"));
    for (const RenderedBox& box : copy.boxes) {
      const bool kept_empty = box.point.empty() && box.text.empty();
      EXPECT_TRUE(box.state != BoxState::left_to_board || kept_empty) << box.box_no;
    }
  }
}

TEST(SeededAnswers, give_each_rated_box_the_levels_and_the_point_that_were_worked_out) {
  const mapping::AnswerFile file = answers_of("answers-" + police);
  int boxes = 0;
  for (const json::Value& one : *member(expected(), "boxes").if_array()) {
    SCOPED_TRACE(text(one, "board") + " " + text(one, "box_no"));
    const RenderedCopy copy = copy_for(file, text(one, "board"));
    const RenderedBox& box = box_of(copy, text(one, "box_no"));
    const auto interval = box.possible.interval();
    const auto& levels = *member(one, "levels").if_array();
    EXPECT_EQ(interval.low, *levels[0].if_integer());
    EXPECT_EQ(interval.high, *levels[1].if_integer());
    EXPECT_EQ(box.points, texts(member(one, "points")));
    EXPECT_EQ(box.point, text(one, "point"));
    EXPECT_EQ(box.state, text(one, "state") == "set" ? BoxState::set : BoxState::chosen);
    ++boxes;
  }
  EXPECT_EQ(boxes, 68);
}

TEST(SeededAnswers, move_boxes_from_choose_to_set_when_parts_are_stated) {
  const mapping::AnswerFile after = answers_of("answers-" + police);
  int moves = 0;
  for (const json::Value& one : *member(expected(), "moves").if_array()) {
    SCOPED_TRACE(text(one, "board") + " " + text(one, "box_no"));
    mapping::AnswerFile before = after;
    before.common.answers.at(text(one, "requirement")).parts.clear();
    const RenderedCopy open = copy_for(before, text(one, "board"));
    const RenderedBox& box = box_of(open, text(one, "box_no"));
    EXPECT_EQ(box.state, BoxState::choose);
    EXPECT_EQ(box.points, texts(member(member(one, "before"), "points")));
    const RenderedCopy settled = copy_for(after, text(one, "board"));
    EXPECT_EQ(box_of(settled, text(one, "box_no")).state, BoxState::set);
    EXPECT_EQ(box_of(settled, text(one, "box_no")).point, text(member(one, "after"), "point"));
    ++moves;
  }
  EXPECT_GE(moves, 1);
}

TEST(SeededAnswers, ask_the_effort_that_was_counted) {
  const mapping::AnswerFile file = answers_of("answers-" + police);
  const frameworks::FrameworkIndex index(content().framework);
  std::vector<mapping::Engagement> boards;
  for (const mapping::BoardEntry& entry : file.boards)
    boards.push_back(engagement_of(entry));
  const mapping::Effort effort = mapping::effort_of(index, boards);
  const json::Value& questions = member(expected(), "questions");
  EXPECT_EQ(effort.separately, number(questions, "separately"));
  EXPECT_EQ(effort.once, number(questions, "once"));
  EXPECT_EQ(effort.extras(), number(questions, "extras"));
}

TEST(SeededAnswers, stop_no_copy_and_set_off_no_guard) {
  const mapping::AnswerFile file = answers_of("answers-" + police);
  const frameworks::FrameworkIndex index(content().framework);
  std::vector<mapping::BoardIdentity> engaged;
  for (const mapping::BoardEntry& entry : file.boards)
    engaged.push_back(entry.board);
  for (const mapping::BoardEntry& entry : file.boards) {
    SCOPED_TRACE(entry.board.code);
    const mapping::Engagement engagement = engagement_of(entry);
    const RenderedCopy copy = mapping::render_copy(engagement, index, file.common, entry.side);
    const auto findings =
        mapping::check_copy(engagement, index, file.common, entry.side, copy, engaged, file.as_of);
    for (const auto& finding : findings) {
      const bool guard = finding.rule == "names-board" || finding.rule == "child-details" ||
                         finding.rule == "nothing-local";
      EXPECT_FALSE(guard || finding.severity == mapping::Severity::error)
          << finding.key << ": " << finding.message;
    }
  }
}

TEST(SeededAnswers, bring_every_local_text_to_its_own_board_and_to_no_other) {
  const mapping::AnswerFile file = answers_of("answers-" + police);
  const std::set<std::string> all = markers_in(project_file(region + "answers-" + police));
  EXPECT_EQ(all.size(), 59U);
  std::size_t delivered = 0;
  std::set<std::string> seen;
  for (const mapping::BoardEntry& entry : file.boards) {
    for (const std::string& marker : markers_in(everything_in(copy_for(file, entry.board.code)))) {
      ++delivered;
      EXPECT_TRUE(seen.insert(marker).second) << marker << " reaches " << entry.board.code;
    }
  }
  EXPECT_EQ(delivered, all.size());
  EXPECT_EQ(seen, all);
}

}  // namespace
}  // namespace onereturn::mapping_cases
