#include "domain/returns/ask_for_return.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/asking_rules.hpp"
#include "domain/returns/asking_store.hpp"

namespace onereturn::returns {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Only a board manager asks for returns."};
}

Problem no_such_entry() {
  return {ProblemCode::not_found, "not-found", "There is no such entry here."};
}

Problem no_such_form() {
  return {ProblemCode::invalid,
          "validation",
          "Correct what is named and try again.",
          {{"form", "Choose one of your forms"}}};
}

// Nothing wrong is a problem without words.
Problem closed_to_asking(const EntryToAsk& entry) {
  if (entry.ended) {
    return {ProblemCode::closed, "entry-ended", "It is not in your register any more."};
  }
  if (!entry.joined && !entry.invited) {
    return {ProblemCode::conflict, "not-invited",
            "Invite somebody there first: nobody would read what you ask."};
  }
  return {};
}

// One page asks once. What it asked another organisation for is not told here.
Problem key_reused(const AskForReturn& command, const MadeRequest* before) {
  const bool here = before != nullptr && before->entry == command.entry;
  return {ProblemCode::conflict, "key-reused",
          here ? "This page has asked already, for " + before->title + ", due on " +
                     to_words(before->due_on) +
                     ". Nothing was changed. To ask for something else, begin again."
               : "This page has asked already. Nothing was asked here. To ask, begin again."};
}

bool share_a_section(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (one.empty() || other.empty()) return true;
  return std::any_of(one.begin(), one.end(), [&](const std::string& section) {
    return std::find(other.begin(), other.end(), section) != other.end();
  });
}

// The same sections of the same form for the same period, and not withdrawn.
const AskedRequest* asked_already(const std::vector<AskedRequest>& asked,
                                  const AskForReturn& command, const std::vector<DuePart>& parts) {
  for (const auto& each : asked) {
    if (each.state == AskedState::withdrawn || each.form.code != command.form ||
        each.period != command.period) {
      continue;
    }
    for (const auto& part : parts) {
      if (share_a_section(each.parts, part.sections)) return &each;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<BoardForm> forms_to_ask(postgres::BoardTx& tx) {
  const auto refs = load_own_forms(tx);
  std::vector<BoardForm> forms;
  for (const auto& form : frameworks::load_templates(tx, refs)) {
    BoardForm each{form->ref, form->name, {}};
    for (const auto& section : form->sections)
      each.parts.push_back({section.code, place_of(section)});
    forms.push_back(std::move(each));
  }
  return forms;
}

Result<std::vector<RequestId>> ask_for_return(postgres::BoardTx& tx, AskForReturn command) {
  if (tx.actor().role != "manager") return not_permitted();
  const auto entry = lock_entry(tx, command.entry);
  if (!entry) return no_such_entry();
  if (const auto before = made_by(tx, command.asking); !before.empty()) {
    if (!asks_the_same(command, before)) return key_reused(command, &before.front());
    std::vector<RequestId> again;
    for (const auto& each : before)
      again.push_back(each.request);
    return again;
  }
  const auto closed = closed_to_asking(*entry);
  if (!closed.key.empty()) return closed;
  const auto forms = forms_to_ask(tx);
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const BoardForm& each) {
    return each.form.code == command.form;
  });
  if (form == forms.end()) return no_such_form();
  const auto problem = tidy(command, *form, day_in_england(command.at));
  if (!problem.fields.empty()) return problem;
  const auto parts = due_parts(command, *form);
  const auto asked = list_asked(tx, command.entry);
  if (const auto* already = asked_already(asked, command, parts)) {
    return Problem{ProblemCode::conflict, "already-asked",
                   "It is asked for this already: " + already->title + ", due on " +
                       to_words(already->due_on) + ". Change that date, or withdraw it first."};
  }
  auto made = insert_asking(tx, command, *form, parts);
  if (made.empty()) return key_reused(command, nullptr);
  for (const auto& request : made)
    audit_log::record(tx, {"request.asked", "request", request.text(), command.form});
  return made;
}

std::vector<AskedRequest> list_asked(postgres::BoardTx& tx, const std::optional<EntryId>& entry) {
  auto asked = load_asked(tx, entry, std::nullopt);
  name_places(tx, asked);
  return asked;
}

}  // namespace onereturn::returns
