#include "domain/agency_register/end_entry.hpp"

#include "domain/agency_register/register_rules.hpp"
#include "domain/agency_register/register_store.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::agency_register {

namespace {

Problem invalid(const char* field, const char* message) {
  return {ProblemCode::invalid,
          "validation",
          "Correct what is named and try again.",
          {{field, message}}};
}

// The entry, held for this transaction.
Result<RegisterEntry> held(postgres::BoardTx& tx, const EntryId& entry) {
  if (tx.actor().role != "manager") {
    return Problem{ProblemCode::forbidden, "not-permitted",
                   "Only a board manager changes the register."};
  }
  if (lock_entries(tx, {entry}) == 0) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such entry here."};
  }
  return std::move(read_entries(tx, entry).front());
}

Result<RegisterEntry> open_entry(postgres::BoardTx& tx, const EntryId& entry) {
  auto found = held(tx, entry);
  if (found && found->to_on) {
    return Problem{ProblemCode::closed, "entry-ended",
                   found->name + " ended on " + to_words(*found->to_on) + " already."};
  }
  return found;
}

std::string reason_fault(std::string& reason) {
  const auto problem = tidy_reason(reason);
  return problem.fields.empty() ? std::string() : problem.fields.front().message;
}

}  // namespace

Result<Done> close_entry(postgres::BoardTx& tx, const EntryId& entry, CloseEntry close,
                         Instant at) {
  const auto found = open_entry(tx, entry);
  if (!found) return found.problem();
  const auto problem = tidy(close, *found, day_in_england(at));
  if (!problem.fields.empty()) return problem;
  write_end(tx, entry, {"closed", close.on, std::nullopt, close.reason}, at);
  audit_log::record(tx, {"register.closed", "register_entry", entry.text(), to_iso(*close.on)});
  return Done{};
}

Result<Done> open_again(postgres::BoardTx& tx, const EntryId& entry, Instant at) {
  const auto found = held(tx, entry);
  if (!found) return found.problem();
  if (!found->to_on) {
    return Problem{ProblemCode::conflict, "open", "It is in your register already."};
  }
  if (found->organisation && holds(tx, found->organisation->text())) {
    return Problem{ProblemCode::conflict, "conflict",
                   "Your register has this organisation again, under another entry."};
  }
  write_end(tx, entry, {"opened_again", std::nullopt, std::nullopt, ""}, at);
  audit_log::record(tx, {"register.opened_again", "register_entry", entry.text()});
  return Done{};
}

Result<Done> merge_entries(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                           std::string reason, Instant at) {
  if (goes == stays) return invalid("into", "Choose another organisation than this one");
  // Both at once and in one order: two who merge them in each other's way wait for one another.
  if (tx.actor().role == "manager") (void)lock_entries(tx, {goes, stays});
  const auto from = open_entry(tx, goes);
  if (!from) return from.problem();
  const auto into = open_entry(tx, stays);
  if (!into) {
    return into.problem().code == ProblemCode::forbidden
               ? into.problem()
               : invalid("into", "Choose an organisation that is in your register now");
  }
  if (stands_under(read_parents(tx), stays, goes)) {
    return invalid("into", "That one stands under this one. Move it first");
  }
  if (const auto fault = reason_fault(reason); !fault.empty()) {
    return invalid("reason", fault.c_str());
  }
  if (from->joined && !into->joined) {
    return Problem{ProblemCode::conflict, "wrong-way",
                   from->name + " has joined and " + into->name +
                       " has not. Merge the other way round, so that nobody loses their room."};
  }
  write_end(tx, goes, {"merged_into", day_in_england(at), stays, reason}, at);
  take_in(tx, stays, goes, reason, at);
  take_over_contacts(tx, goes, stays, at);
  move_sites(tx, goes, stays, at);
  audit_log::record(tx, {"register.merged", "register_entry", goes.text(), stays.text()});
  return Done{};
}

Result<std::vector<EntryId>> split_entry(postgres::BoardTx& tx, const EntryId& entry,
                                         std::vector<std::string> names, bool ends,
                                         std::string reason, Instant at) {
  const auto found = open_entry(tx, entry);
  if (!found) return found.problem();
  const auto problem = tidy(names, reason);
  if (!problem.fields.empty()) return problem;
  std::vector<EntryId> made;
  for (const auto& name : names) {
    WriteEntry part{"", name, found->type, ""};
    part.section11 = found->section11;
    part.parent = found->parent ? found->parent->text() : "";
    part.months = found->months ? std::to_string(*found->months) : "";
    made.push_back(insert_entry(tx, part, at, {"split_off", entry, reason}));
    note_change(tx, entry, "split", made.back(), reason, at);
    audit_log::record(tx, {"register.split", "register_entry", made.back().text(), entry.text()});
  }
  if (ends) {
    write_end(tx, entry, {"closed", day_in_england(at), std::nullopt, reason}, at);
    audit_log::record(
        tx, {"register.closed", "register_entry", entry.text(), to_iso(day_in_england(at))});
  }
  return made;
}

}  // namespace onereturn::agency_register
