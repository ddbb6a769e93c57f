#include "domain/returns/check_answers.hpp"

#include <algorithm>
#include <map>
#include <ranges>

#include "domain/mapping/check_copy.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/drafts.hpp"

namespace onereturn::returns {

namespace {

using frameworks::BoxContent;
using mapping::BoxState;

// Where a finding stands in the board's own form.
std::string place_of_finding(const frameworks::Template& form,
                             const mapping::CopyFinding& finding) {
  for (const auto& section : form.sections) {
    for (const auto& box : section.boxes) {
      if (!finding.box_no.empty() && box.box_no == finding.box_no) return place_of(section);
    }
    for (const auto& item : section.items) {
      if (!finding.item.empty() && item.code == finding.item) return place_of(section, item);
      for (const auto& box : item.boxes) {
        if (!finding.box_no.empty() && box.box_no == finding.box_no) {
          return place_of(section, item);
        }
      }
    }
  }
  return {};
}

bool is_filled(const mapping::RenderedBox& box) {
  return box.state == BoxState::written || box.state == BoxState::set ||
         box.state == BoxState::chosen || box.state == BoxState::not_applicable;
}

const char* ratings_word(frameworks::TemplateKind kind, int count) {
  const bool light = kind == frameworks::TemplateKind::traffic_light;
  if (count == 1) return light ? "light" : "grade";
  return light ? "lights" : "grades";
}

// A label that begins with a number would run into the count: "12 at 3 Outstanding".
std::string counted_point(int count, const std::string& label) {
  const bool numbered = !label.empty() && label.front() >= '0' && label.front() <= '9';
  return std::to_string(count) + (numbered ? " at " : " ") + label;
}

// "8 lights: 6 Green, 2 Amber", or "45 boxes, no ratings".
std::string in_words(const frameworks::Template& form, const mapping::RenderedCopy& copy,
                     int boxes) {
  int ratings = 0;
  std::map<std::string, int> by_label;
  for (const auto& box : copy.boxes) {
    if (box.content != BoxContent::rating || box.state == BoxState::left_to_board) continue;
    ++ratings;
    if (!box.point_label.empty()) ++by_label[box.point_label];
  }
  if (ratings == 0)
    return std::to_string(boxes) + (boxes == 1 ? " box" : " boxes") + ", no ratings";
  auto words = std::to_string(ratings) + " " + ratings_word(form.kind, ratings);
  std::string separator = ": ";
  if (!form.scale) return words;
  for (const auto& point : std::views::reverse(form.scale->points)) {
    const auto count = by_label.find(point.label);
    if (count == by_label.end()) continue;
    words += separator + counted_point(count->second, point.label);
    separator = ", ";
  }
  return words;
}

// A draft stops the copy, whether the board must have it or may: nothing that somebody wrote is
// left out unseen. Where something is missing and stands there as a draft, the draft is what to
// put right.
void add_drafts(BoardCheck& check, const Workspace& workspace, const Engaged& board) {
  auto drafts = draft_findings(workspace, board);
  if (drafts.empty()) return;
  std::vector<CheckFinding> errors;
  const auto take_cure = [&](const CheckFinding& missing) {
    const auto cure = std::find_if(drafts.begin(), drafts.end(), [&](const CheckFinding& draft) {
      return is_cured_by(missing, draft);
    });
    if (cure == drafts.end()) return false;
    const auto said = std::find_if(errors.begin(), errors.end(), [&](const CheckFinding& error) {
      return error.key == cure->key;
    });
    if (said == errors.end()) errors.push_back(*cure);
    return true;
  };
  for (auto& error : check.errors) {
    if (!take_cure(error)) errors.push_back(std::move(error));
  }
  std::erase_if(check.promised, take_cure);
  check.promises = static_cast<int>(check.promised.size());
  for (auto& draft : drafts) {
    const bool said = std::any_of(errors.begin(), errors.end(), [&](const CheckFinding& error) {
      return error.key == draft.key;
    });
    if (!said) errors.push_back(std::move(draft));
  }
  check.errors = std::move(errors);
}

}  // namespace

BoardCheck check_board(const Workspace& workspace, const Engaged& board,
                       const mapping::RenderedCopy& copy, Depth depth) {
  BoardCheck check;
  check.request = board.request;
  check.board = board.board;
  std::vector<mapping::BoardIdentity> engaged;
  if (depth == Depth::everything) {
    for (const auto& each : workspace.boards)
      engaged.push_back(each.identity);
  }
  mapping::CommonSide own;
  for (const auto& found : mapping::check_copy(workspace.engagement(board), *workspace.index,
                                               workspace.common_for(board, own), board.side, copy,
                                               engaged, workspace.today)) {
    const bool error = found.severity == mapping::Severity::error;
    const bool promised = found.severity == mapping::Severity::promised;
    check.promises += promised ? 1 : 0;
    auto& list = promised ? check.promised : error ? check.errors : check.queries;
    list.push_back({error, found.key, found.rule, found.box_no, found.requirement, found.item,
                    place_of_finding(*board.form, found), found.message, found.explanation});
  }
  add_drafts(check, workspace, board);
  for (const auto& box : copy.boxes) {
    if (box.content == BoxContent::detail || box.state == BoxState::left_to_board) continue;
    ++check.boxes;
    if (is_filled(box)) ++check.boxes_filled;
  }
  check.actions = static_cast<int>(copy.actions.size());
  check.words = in_words(*board.form, copy, check.boxes);
  return check;
}

BoardCheck check_board(const Workspace& workspace, const Engaged& board, Depth depth) {
  return check_board(workspace, board, preview_copy(workspace, board), depth);
}

std::vector<BoardCheck> check_answers(const Workspace& workspace) {
  std::vector<BoardCheck> checks;
  for (const auto& board : workspace.boards) {
    checks.push_back(check_board(workspace, board, Depth::everything));
  }
  return checks;
}

}  // namespace onereturn::returns
