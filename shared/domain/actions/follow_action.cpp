#include "domain/actions/follow_action.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/actions/action_texts.hpp"
#include "domain/actions/board_action_store.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::actions {

namespace {

Problem invalid(const char* field, const char* words) {
  return {ProblemCode::invalid, "validation", words, {{field, words}}};
}

Problem changed_meanwhile() {
  return {ProblemCode::conflict, "changed-meanwhile",
          "Somebody else wrote here while you were writing. Nothing is lost."};
}

Problem is_over() {
  return {ProblemCode::conflict, "action-over",
          "This action is over. Open it again before you change it."};
}

// The action as it stands, when this person may write in it and has read its newest version.
Result<BoardAction> held_action(postgres::BoardTx& tx, const Held& held) {
  if (!may_follow(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Your role reads the actions."};
  }
  auto found = read_action(tx, held.action, day_in_england(held.at));
  if (!found) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such action here."};
  }
  if (found->version != held.version) return changed_meanwhile();
  return std::move(*found);
}

HistoryEntry entry_by(const postgres::BoardTx& tx, const char* kind, Instant at) {
  HistoryEntry entry;
  entry.kind = kind;
  entry.by_name = tx.actor().person_name;
  entry.at = at;
  return entry;
}

// Both stand, or neither.
Result<Done> keep(postgres::BoardTx& tx, const BoardAction& changed, const Held& held,
                  const std::vector<HistoryEntry>& entries, const char* what) {
  if (!update_action(tx, changed, held.at)) return changed_meanwhile();
  for (const auto& entry : entries)
    insert_history(tx, held.action, entry);
  audit_log::record(tx, {what, "action", held.action.text()});
  return Done{};
}

const StatusScheme scheme_for(postgres::BoardTx& tx, const BoardAction& action) {
  const auto forms = action.form ? load_forms(tx, {*action.form}) : Forms{};
  return scheme_of(forms, action.form);
}

// "What it is: Before", so that what was overwritten stays to be read.
void note_change(std::string& text, const char* label, const std::string& before,
                 const std::string& now) {
  if (before == now) return;
  text += (text.empty() ? "" : "\n");
  text += std::string(label) + ": " + (before.empty() ? std::string("nothing") : before);
}

bool is_here(const std::vector<Named>& people, const PersonId& person) {
  return std::any_of(people.begin(), people.end(),
                     [&](const Named& one) { return one.id == person.text(); });
}

// The titles of the pieces that were ticked; nothing when one of them is none of this action's.
std::optional<std::string> titles_of(const std::vector<ActionPiece>& pieces,
                                     const std::vector<std::string>& ticked) {
  std::string titles;
  for (const auto& key : ticked) {
    const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const ActionPiece& piece) {
      return std::to_string(piece.status_no) + "." + std::to_string(piece.number) == key;
    });
    if (found == pieces.end()) return std::nullopt;
    titles += (titles.empty() ? "" : "; ") + found->title;
  }
  return titles;
}

struct Settled {
  const char* kind;
  const char* what;  // the entry of the trail
  const char* state;
};
Settled settled(Decision decision) {
  switch (decision) {
    case Decision::verify:
      return {"verified", "action.verified", "verified"};
    case Decision::close:
      return {"closed", "action.closed", "closed"};
    case Decision::ask_again:
      return {"asked", "action.asked_again", "open"};
    case Decision::reopen:
      break;
  }
  return {"reopened", "action.reopened", "open"};
}

// What is wrong with the words of a decision, or an empty problem.
Problem check_words(const Decide& command, const std::string& told, const std::string& seen) {
  Problem problem{ProblemCode::invalid, "validation", "Something is missing.", {}};
  check_paragraph(problem, "told", told);
  check_paragraph(problem, "seen", seen);
  if (!problem.fields.empty()) return problem;
  switch (command.decision) {
    case Decision::verify:
      if (seen.empty() && command.pieces.empty()) {
        problem.fields.push_back({"seen", "Tick what you have seen, or say what it was"});
      }
      break;
    case Decision::close:
      if (told.empty()) problem.fields.push_back({"told", "Say why it is closed unverified"});
      break;
    case Decision::ask_again:
      if (told.empty()) problem.fields.push_back({"told", "Say what is still missing"});
      break;
    case Decision::reopen:
      if (told.empty()) problem.fields.push_back({"told", "Say why it is opened again"});
      break;
  }
  return problem;
}

}  // namespace

Result<Done> say_status(postgres::BoardTx& tx, const SayStatus& command) {
  auto action = held_action(tx, command.held);
  if (!action) return action.problem();
  if (!action->is_open()) return is_over();
  const auto words = tidy_paragraph(command.words);
  Problem problem{ProblemCode::invalid, "validation", "Something is missing.", {}};
  check_paragraph(problem, "words", words);
  const bool moves = command.by_on && command.by_on != action->by_on;
  if (moves && words.empty()) {
    problem.fields.push_back({"words", "Say why the day moves"});
  }
  const auto scheme = scheme_for(tx, *action);
  const auto* point = command.point.empty() ? nullptr : point_in(scheme, command.point);
  if (!command.point.empty() && point == nullptr) {
    problem.fields.push_back({"point", "Choose one of the states"});
  }
  if (!problem.fields.empty()) return problem;
  const bool says = point != nullptr && point->code != action->point;
  if (!says && !moves && words.empty()) {
    return invalid("point", "Choose another state, write what happened, or give another day");
  }
  std::vector<HistoryEntry> entries;
  if (says || !moves) {
    auto entry = entry_by(tx, says ? "status" : "progress", command.held.at);
    entry.was_point = says ? action->point : "";
    entry.point = says ? point->code : "";
    entry.text = words;
    entries.push_back(std::move(entry));
  }
  if (moves) {
    auto entry = entry_by(tx, "moved", command.held.at);
    entry.was_on = action->by_on;
    entry.by_on = command.by_on;
    entry.text = says ? "" : words;
    entries.push_back(std::move(entry));
    action->by_on = command.by_on;
  }
  if (says) {
    action->point = point->code;
    action->role = point->role;
  }
  return keep(tx, *action, command.held, entries, says ? "action.status" : "action.noted");
}

Result<Done> reword_action(postgres::BoardTx& tx, const Held& held, const ActionWords& written) {
  auto action = held_action(tx, held);
  if (!action) return action.problem();
  if (!action->is_open()) return is_over();
  auto words = written;
  const auto problem = tidy(words);
  if (!problem.fields.empty()) return problem;
  auto entry = entry_by(tx, "changed", held.at);
  note_change(entry.text, "What was to be done", action->what, words.what);
  note_change(entry.text, "How", action->how, words.how);
  note_change(entry.text, "Who led", action->lead, words.lead);
  note_change(entry.text, "Area", action->area, words.area);
  note_change(entry.text, "Progress", action->progress, words.progress);
  note_change(entry.text, "Evidence", action->evidence, words.evidence);
  note_change(entry.text, "Risks", action->risks, words.risks);
  if (entry.text.empty()) return Done{};
  action->what = words.what;
  action->how = words.how;
  action->lead = words.lead;
  action->area = words.area;
  action->progress = words.progress;
  action->evidence = words.evidence;
  action->risks = words.risks;
  return keep(tx, *action, held, in_parts(entry), "action.reworded");
}

Result<Done> give_action(postgres::BoardTx& tx, const Held& held,
                         const std::optional<PersonId>& person) {
  auto action = held_action(tx, held);
  if (!action) return action.problem();
  if (!action->is_open()) return is_over();
  const auto people = read_people_now(tx);
  auto entry = entry_by(tx, "with", held.at);
  entry.text = "Nobody";
  if (person) {
    if (!is_here(people, *person)) return invalid("with", "Choose somebody who acts for the board");
    entry.text = std::find_if(people.begin(), people.end(), [&](const Named& one) {
                   return one.id == person->text();
                 })->name;
  }
  if (action->with == person) return Done{};
  action->with = person;
  return keep(tx, *action, held, {entry}, "action.given");
}

Result<Done> decide(postgres::BoardTx& tx, const Decide& command) {
  auto action = held_action(tx, command.held);
  if (!action) return action.problem();
  const bool reopens = command.decision == Decision::reopen;
  if (action->is_open() == reopens) {
    return reopens ? Problem{ProblemCode::conflict, "action-open", "This action is open already."}
                   : is_over();
  }
  if (action->withheld && command.decision == Decision::ask_again) {
    return Problem{ProblemCode::conflict, "action-withheld",
                   "The organisation does not have this action yet: there is nobody to ask again."};
  }
  const auto told = tidy_paragraph(command.told);
  const auto seen = tidy_paragraph(command.seen);
  const auto problem = check_words(command, told, seen);
  if (!problem.fields.empty()) return problem;
  const auto kind = settled(command.decision);
  auto entry = entry_by(tx, kind.kind, command.held.at);
  entry.told = told;
  action->state = kind.state;
  action->ended_at.reset();
  if (!action->is_open()) action->ended_at = command.held.at;
  if (command.decision == Decision::verify) {
    const auto titles = titles_of(read_pieces(tx, command.held.action), command.pieces);
    if (!titles) return invalid("seen", "Tick pieces that came with this action");
    entry.text = "Seen: " + *titles + (titles->empty() || seen.empty() ? "" : ". ") + seen;
    const auto scheme = scheme_for(tx, *action);
    if (const auto* complete = point_for(scheme, StatusRole::complete)) {
      entry.was_point = action->point == complete->code ? "" : action->point;
      entry.point = complete->code;
      action->point = complete->code;
      action->role = complete->role;
    }
  }
  if (action->is_open()) {
    action->said = "";
    action->asked_again = command.decision == Decision::ask_again;
  } else {
    end_links(tx, command.held.action);
  }
  return keep(tx, *action, command.held, in_parts(entry), kind.what);
}

int take_over_actions(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                      Instant at) {
  const auto moved = take_over(tx, goes, stays, at);
  audit_log::record_each(tx, {"action.taken_over", "action", "", ""}, moved);
  return static_cast<int>(moved.size());
}

}  // namespace onereturn::actions
