#include "domain/returns/home_view.hpp"

#include <algorithm>
#include <set>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/canonical_form.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/drafts.hpp"

namespace onereturn::returns {

namespace {

using frameworks::Requirement;
using frameworks::TemplateKind;
using mapping::BoxState;

bool is_old(const mapping::Confirmation& confirmed, Date today) {
  if (confirmed.carried || confirmed.superseded) return true;
  return confirmed.on && *confirmed.on + std::chrono::years{1} < today;
}

AnswerState state_of(const mapping::Answer& answer, bool level_needed, Date today) {
  const bool nothing =
      answer.texts.empty() && answer.part_texts.empty() && !answer.level && !answer.not_applicable;
  if (nothing) return AnswerState::not_started;
  const bool whole =
      answer.not_applicable || (!(answer.texts.describes.empty() && answer.texts.knows.empty()) &&
                                (!level_needed || answer.level || !answer.parts.empty()));
  if (!whole || !answer.confirmed.on) return AnswerState::drafted;
  return is_old(answer.confirmed, today) ? AnswerState::reconfirm : AnswerState::confirmed;
}

// Of a requirement that each board is told by itself: confirmed when every board that asks is.
AnswerState whole_state(const Workspace& workspace, const Requirement& requirement) {
  int asked = 0, begun = 0;
  auto worst = AnswerState::confirmed;
  for (const auto& board : workspace.boards) {
    if (!board.requirements.contains(requirement.code)) continue;
    ++asked;
    const auto found = kept(board, &mapping::BoardSide::whole, requirement.code);
    const auto state =
        found.written == nullptr
            ? AnswerState::not_started
            : state_of(*found.written, board.rated_requirements.contains(requirement.code),
                       workspace.today);
    if (state != AnswerState::not_started) ++begun;
    if (state == AnswerState::reconfirm && worst == AnswerState::confirmed) worst = state;
    if (state == AnswerState::drafted || state == AnswerState::not_started) {
      worst = AnswerState::drafted;
    }
  }
  return asked == 0 || begun == 0 ? AnswerState::not_started : worst;
}

// Of what is the same for every board.
AnswerState common_state(const Workspace& workspace, const Requirement& requirement) {
  const auto answer = workspace.common.answers.find(requirement.code);
  if (answer == workspace.common.answers.end()) return AnswerState::not_started;
  return state_of(answer->second, level_needed(workspace, requirement.code), workspace.today);
}

void count(Progress& progress, AnswerState state) {
  switch (state) {
    case AnswerState::confirmed:
      ++progress.confirmed;
      break;
    case AnswerState::drafted:
      ++progress.drafted;
      break;
    case AnswerState::reconfirm:
      ++progress.reconfirm;
      break;
    case AnswerState::not_started:
      ++progress.not_started;
      break;
  }
}

std::string counted(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string form_words(const Workspace& workspace, const Engaged& board) {
  const auto& form = *board.form;
  int items = 0;
  for (const auto& section : form.sections) {
    items += static_cast<int>(section.items.size());
  }
  const int boxes = mapping::word_boxes(form);
  const auto ratings = static_cast<int>(rated_boxes(form).size());
  const bool canonical = workspace.way == mapping::Way::canonical;
  const int own = canonical ? static_cast<int>(unmapped_items(workspace, board).size()) : 0;
  std::string words;
  switch (form.kind) {
    case TemplateKind::narrative:
      words = counted(boxes, "box", "boxes") + ", words only";
      break;
    case TemplateKind::composed:
      words = counted(boxes, "box", "boxes") + ", two for each standard";
      break;
    case TemplateKind::traffic_light:
      words = counted(ratings - own, "traffic light", "traffic lights");
      break;
    case TemplateKind::board_grade:
      words = counted(items, "point", "points") + ", graded by the board";
      break;
    case TemplateKind::self_grade:
      words = counted(items, "point", "points") + ", graded by you";
      break;
  }
  return own == 0 ? words : words + " and " + std::to_string(own) + " of its own";
}

std::string choice_words(const Extra& extra) {
  std::string words;
  for (std::size_t at = 0; at < extra.points.size(); ++at) {
    if (at > 0) words += at + 1 == extra.points.size() ? " or " : ", ";
    words += extra.points[at].label;
  }
  return words;
}

// Errors about a common answer: each question once, however many of its boxes wait for it.
int answers_needed(const Workspace& workspace, const BoardCheck& check) {
  std::set<std::string> codes;
  for (const auto& error : check.errors) {
    const auto* requirement = workspace.requirement(error.requirement);
    if (requirement != nullptr && requirement->local != frameworks::LocalKind::whole &&
        error.rule != "no-local-part" && error.rule != draft_rule) {
      codes.insert(error.requirement);
    }
  }
  return static_cast<int>(codes.size());
}

int count_rule(const BoardCheck& check, const std::set<std::string>& rules) {
  return static_cast<int>(
      std::count_if(check.errors.begin(), check.errors.end(),
                    [&](const CheckFinding& error) { return rules.contains(error.rule); }));
}

// Drafts of what this board does not ask for, and may be told beside a common answer.
int notes_drafted(const Workspace& workspace, const Engaged& board) {
  return static_cast<int>(
      std::count_if(board.drafts.parts.begin(), board.drafts.parts.end(), [&](const auto& draft) {
        const auto* requirement = workspace.requirement(draft.first);
        return requirement != nullptr && requirement->local == frameworks::LocalKind::common &&
               board.requirements.contains(draft.first);
      }));
}

void add_board(HomeView& view, const Workspace& workspace, const Engaged& board) {
  const auto copy = preview_copy(workspace, board);
  const auto check = check_board(workspace, board, copy, Depth::errors_only);
  BoardProgress progress;
  progress.request = board.request;
  progress.board = board.board;
  progress.due_on = board.due_on;
  progress.days_left = days_between(workspace.today, board.due_on);
  progress.form_words = form_words(workspace, board);
  if (!board.parts.empty()) {
    for (const auto& section : board.form->sections)
      progress.parts.push_back(place_of(section));
  }
  progress.ready = check.ready();
  progress.stage = stage_of(workspace, board, progress.ready);
  progress.sent = board.sent;
  progress.answers_needed = answers_needed(workspace, check);
  progress.choices_needed = count_rule(check, {"choose", "no-point"});
  progress.actions_needed = count_rule(check, {"no-action", "improvement-without-action"});
  if (workspace.way == mapping::Way::own_form) {
    progress.extras_needed = count_rule(check, {"no-text", "no-rating", draft_rule});
  }
  std::set<std::string> unmapped, unmapped_open, unmapped_promised;
  for (const auto& extra : extras_of(workspace, board, copy)) {
    if (extra.kind == ExtraKind::choice) {
      if (extra.done) continue;
      view.waiting.push_back({WaitingTask::Kind::choose, board.request, board.board, extra.key, "",
                              choice_words(extra)});
    } else if (extra.kind == ExtraKind::unmapped) {
      unmapped.insert(extra.asked);
      if (!extra.done) unmapped_open.insert(extra.asked);
      if (!extra.done && extra.promised && !extra.draft) unmapped_promised.insert(extra.asked);
    } else if (extra.done) {
      ++view.extras_done;
    } else if (!extra.promised || extra.draft) {
      ++progress.extras_needed;
    }
  }
  progress.extras_needed += notes_drafted(workspace, board);
  progress.extras_needed +=
      static_cast<int>(unmapped_open.size()) - static_cast<int>(unmapped_promised.size());
  view.extras_done += static_cast<int>(unmapped.size() - unmapped_open.size());
  view.by_board.push_back(std::move(progress));
}

void add_standards(HomeView& view, const Workspace& workspace) {
  const auto asked = asked_once(workspace);
  for (const auto& standard : workspace.framework->standards) {
    StandardProgress each{standard.code, standard.name, {}, {}};
    for (const auto* requirement : asked) {
      if (requirement->standard != standard.code) continue;
      const auto state = answer_state(workspace, requirement->code);
      count(each.progress, state);
      // A part that a board asks for is counted with what only that board asks.
      const bool only_part = state == AnswerState::drafted &&
                             requirement->local == frameworks::LocalKind::part &&
                             common_state(workspace, *requirement) == AnswerState::confirmed;
      if (only_part) ++view.once_confirmed;
      if (state == AnswerState::reconfirm) {
        WaitingTask task;
        task.kind = WaitingTask::Kind::reconfirm;
        task.requirement = requirement->code;
        task.words = requirement->name;
        view.waiting.push_back(std::move(task));
      }
      if (state != AnswerState::confirmed && each.next.empty()) each.next = requirement->code;
    }
    view.once_confirmed += each.progress.confirmed;
    if (view.next.empty()) view.next = each.next;
    if (each.progress.total() > 0) view.standards.push_back(std::move(each));
  }
}

// The board's own form: its sections take the place of the standards.
void add_sections(HomeView& view, const Workspace& workspace) {
  for (const auto& board : workspace.boards) {
    for (const auto& section : own_form(workspace, board)) {
      StandardProgress each{section.section->code, section.section->title, {}, {}};
      each.progress.confirmed = section.boxes_done;
      each.progress.drafted = section.boxes_drafted;
      each.progress.not_started = section.boxes_in_all - section.boxes_done - section.boxes_drafted;
      view.extras += section.boxes_in_all;
      view.extras_done += section.boxes_done;
      view.standards.push_back(std::move(each));
    }
  }
}

}  // namespace

std::vector<const Requirement*> asked_once(const Workspace& workspace) {
  std::vector<const Requirement*> asked;
  if (workspace.way == mapping::Way::own_form) return asked;
  for (const auto& question :
       mapping::common_questions(*workspace.index, workspace.engagements())) {
    asked.push_back(workspace.index->requirement(question.requirement));
  }
  return asked;
}

AnswerState answer_state(const Workspace& workspace, const std::string& code) {
  const auto* requirement = workspace.requirement(code);
  if (requirement == nullptr) return AnswerState::not_started;
  if (requirement->local == frameworks::LocalKind::whole) {
    return whole_state(workspace, *requirement);
  }
  const bool begun =
      std::any_of(workspace.boards.begin(), workspace.boards.end(), [&](const Engaged& board) {
        return board.requirements.contains(code) && board.drafts.parts.contains(code);
      });
  return begun ? AnswerState::drafted : common_state(workspace, *requirement);
}

namespace {

// A board that asks in parts is one board.
int count_boards(const Workspace& workspace) {
  std::set<BoardId> boards;
  for (const auto& board : workspace.boards)
    boards.insert(board.board.board);
  return static_cast<int>(boards.size());
}

}  // namespace

HomeView home_view(const Workspace& workspace) {
  HomeView view;
  view.boards = count_boards(workspace);
  const auto effort = mapping::effort_of(*workspace.index, workspace.engagements());
  view.questions = effort.separately;
  for (const auto& board : workspace.boards)
    add_board(view, workspace, board);
  if (workspace.way == mapping::Way::own_form) {
    add_sections(view, workspace);
  } else {
    view.once = effort.once;
    view.extras = effort.extras();
    view.spared = std::max(0, view.questions - view.once - view.extras);
    add_standards(view, workspace);
  }
  view.left = view.once - view.once_confirmed + std::max(0, view.extras - view.extras_done);
  return view;
}

}  // namespace onereturn::returns
