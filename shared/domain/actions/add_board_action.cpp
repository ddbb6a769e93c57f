#include "domain/actions/add_board_action.hpp"

#include <algorithm>

#include "domain/actions/action_texts.hpp"
#include "domain/actions/board_action_store.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::actions {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role reads the actions."};
}

// The form in whose scheme a new action stands: the return's, or the board's own newest one.
std::optional<frameworks::VersionRef> form_for(postgres::BoardTx& tx,
                                               const std::optional<AboutWhom>& about) {
  if (about && about->form) return about->form;
  const auto own = read_own_forms(tx);
  if (own.empty()) return std::nullopt;
  return own.back();
}

bool has_place(const Forms& forms, const std::string& place) {
  const auto sections = sections_of(forms);
  return std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
    return std::find(section.codes.begin(), section.codes.end(), place) != section.codes.end();
  });
}

// Whom it is about, or nothing with the field that is wrong.
std::optional<AboutWhom> about_whom(postgres::BoardTx& tx, const AddAction& command,
                                    Problem& problem) {
  if (command.from_return) return read_return(tx, *command.from_return);
  if (command.entry) {
    auto found = read_entries(tx, command.entry, day_in_england(command.at));
    if (!found.empty()) return std::move(found.front());
  }
  problem.fields.push_back({"entry", "Choose the organisation"});
  return std::nullopt;
}

}  // namespace

Result<ToAdd> to_add_action(postgres::BoardTx& tx, const std::optional<ReturnId>& from_return,
                            Date today) {
  if (!may_follow(tx.actor().role)) return not_permitted();
  ToAdd form;
  std::optional<AboutWhom> about;
  if (from_return) {
    about = read_return(tx, *from_return);
    if (!about) {
      return Problem{ProblemCode::not_found, "not-found", "There is no such return here."};
    }
    form.organisation = about->name;
    form.withheld = !is_released(tx, *from_return);
  } else {
    for (const auto& one : read_entries(tx, std::nullopt, today))
      form.entries.push_back({one.entry->text(), one.name});
  }
  form.people = read_people_now(tx);
  form.form = form_for(tx, about);
  if (form.form) form.forms = load_forms(tx, {*form.form});
  return form;
}

Result<ActionId> add_board_action(postgres::BoardTx& tx, const AddAction& command) {
  if (!may_follow(tx.actor().role)) return not_permitted();
  auto words = command.words;
  auto problem = tidy(words);
  const auto about = about_whom(tx, command, problem);
  if (command.from_return && !about) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such return here."};
  }
  if (!command.by_on) {
    problem.fields.push_back({"by", "Say by when, as day, month and year"});
  }
  BoardAction action;
  action.form = form_for(tx, about);
  const auto forms = action.form ? load_forms(tx, {*action.form}) : Forms{};
  for (const auto& place : command.places) {
    if (!has_place(forms, place)) problem.fields.push_back({"place", "Choose one of the list"});
  }
  const auto people = read_people_now(tx);
  if (command.with && std::none_of(people.begin(), people.end(), [&](const Named& one) {
        return one.id == command.with->text();
      })) {
    problem.fields.push_back({"with", "Choose somebody who acts for the board"});
  }
  if (!problem.fields.empty()) return problem;
  action.source = command.from_return ? "evaluation" : "hand";
  action.withheld = command.from_return && !is_released(tx, *command.from_return);
  action.places = command.places;
  action.what = words.what;
  action.how = words.how;
  action.lead = words.lead;
  action.area = words.area;
  action.progress = words.progress;
  action.evidence = words.evidence;
  action.risks = words.risks;
  action.by_on = command.by_on;
  action.with = command.with;
  action.made_at = command.at;
  const auto id = insert_action(tx, action, *about, scheme_of(forms, action.form).name);
  HistoryEntry entry;
  entry.kind = "made";
  entry.by_on = command.by_on;
  entry.by_name = tx.actor().person_name;
  entry.at = command.at;
  insert_history(tx, id, entry);
  audit_log::record(tx, {"action.added", "action", id.text()});
  return id;
}

}  // namespace onereturn::actions
