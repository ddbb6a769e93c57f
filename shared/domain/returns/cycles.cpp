#include "domain/returns/cycles.hpp"

#include <algorithm>
#include <set>

#include "domain/returns/home_view.hpp"

namespace onereturn::returns {

namespace {

bool same_form(const OpenRequest& one, const OpenRequest& other) {
  return one.engaged.board.board == other.engaged.board.board &&
         one.engaged.unit == other.engaged.unit && one.form.code == other.form.code;
}

bool is_later(const Engaged& one, const Engaged& other) {
  if (one.asked_on != other.asked_on) return one.asked_on > other.asked_on;
  return one.due_on > other.due_on && one.period != other.period;
}

bool asked_again(const OpenRequest& past, const std::vector<OpenRequest>& open) {
  std::set<std::string> again;
  for (const auto& each : open) {
    if (!same_form(each, past) || !is_later(each.engaged, past.engaged)) continue;
    if (each.engaged.parts.empty()) return true;
    again.insert(each.engaged.parts.begin(), each.engaged.parts.end());
  }
  const auto& parts = past.engaged.parts;
  return !again.empty() && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return again.contains(part);
  });
}

// The first day on which anybody asked for this requirement for that period.
Date first_asked(const std::vector<Engaged>& boards, const Engaged& of,
                 const std::string& requirement) {
  Date first = of.asked_on;
  for (const auto& board : boards) {
    if (board.period == of.period && board.requirements.contains(requirement)) {
      first = std::min(first, board.asked_on);
    }
  }
  return first;
}

template <class Written>
bool any_new(const std::map<std::string, Written>& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const auto& each) { return !each.second.confirmed.carried; });
}

// What was carried is no work of this time.
bool holds_anything(const mapping::BoardSide& side, const Engaged& board) {
  return any_new(side.residuals) || any_new(side.direct) ||
         std::any_of(side.whole.begin(), side.whole.end(), [&](const auto& each) {
           return board.requirements.contains(each.first) && !each.second.confirmed.carried;
         });
}

// Moves what is older than `since` from what counts to what waits to be said again.
template <class Written>
void hold_back(std::map<std::string, Written>& from, std::map<std::string, Written>& to,
               Date since) {
  for (auto each = from.begin(); each != from.end();) {
    const auto& on = each->second.confirmed.on;
    if (!on || *on >= since) {
      ++each;
      continue;
    }
    each->second.confirmed.carried = true;
    to.insert(from.extract(each++));
  }
}

}  // namespace

void leave_out_past(std::vector<OpenRequest>& open) {
  const auto all = open;
  std::erase_if(open, [&](const OpenRequest& each) {
    return each.engaged.sent.has_value() && asked_again(each, all);
  });
}

std::optional<Date> asked_since(const std::vector<Engaged>& boards,
                                const std::string& requirement) {
  std::optional<Date> waiting, any;
  for (const auto& board : boards) {
    if (!board.requirements.contains(requirement)) continue;
    const auto first = first_asked(boards, board, requirement);
    any = any ? std::min(*any, first) : first;
    if (!board.sent) waiting = waiting ? std::min(*waiting, first) : first;
  }
  return waiting ? waiting : any;
}

void hold_back_old(Workspace& workspace) {
  const Date year_ago = workspace.today - std::chrono::years{1};
  for (auto& board : workspace.boards) {
    if (board.sent) continue;
    Date since = board.asked_on;
    for (const auto& other : workspace.boards) {
      const bool same = other.board.board == board.board.board && other.period == board.period;
      if (same) since = std::min(since, other.asked_on);
    }
    since = std::max(since, year_ago);
    hold_back(board.side.whole, board.drafts.whole, since);
    hold_back(board.side.parts, board.drafts.parts, since);
  }
}

Stage stage_of(const Workspace& workspace, const Engaged& board, bool ready) {
  if (board.sent) return Stage::sent;
  if (ready) return Stage::ready;
  if (holds_anything(board.side, board) || holds_anything(board.drafts, board)) {
    return Stage::begun;
  }
  const bool begun = std::any_of(board.requirements.begin(), board.requirements.end(),
                                 [&](const std::string& code) {
                                   return answer_state(workspace, code) != AnswerState::not_started;
                                 });
  return begun ? Stage::begun : Stage::not_started;
}

const Engaged& next_of(const Workspace& workspace) {
  const auto next = std::find_if(workspace.boards.begin(), workspace.boards.end(),
                                 [](const Engaged& board) { return !board.sent; });
  return next == workspace.boards.end() ? workspace.boards.front() : *next;
}

const Engaged& asking_for(const Workspace& workspace, const std::string& section) {
  const Engaged* sent = nullptr;
  for (const auto& board : workspace.boards) {
    const auto& sections = board.form->sections;
    const bool has =
        std::any_of(sections.begin(), sections.end(),
                    [&](const frameworks::Section& each) { return each.code == section; });
    if (!has) continue;
    if (!board.sent) return board;
    if (sent == nullptr) sent = &board;
  }
  return sent == nullptr ? next_of(workspace) : *sent;
}

}  // namespace onereturn::returns
