#include "domain/agency_register/keep_register.hpp"

#include "domain/agency_register/register_rules.hpp"
#include "domain/agency_register/register_store.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::agency_register {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Only a board manager changes the register."};
}

Problem no_such_entry() {
  return {ProblemCode::not_found, "not-found", "There is no such entry here."};
}

bool may_write(const postgres::BoardTx& tx) { return tx.actor().role == "manager"; }

Result<RegisterEntry> entry_of(postgres::BoardTx& tx, const EntryId& entry) {
  auto found = read_entries(tx, entry);
  if (found.empty()) return no_such_entry();
  return std::move(found.front());
}

void check_parent(postgres::BoardTx& tx, Problem& problem, const WriteEntry& write,
                  const std::optional<EntryId>& entry) {
  const auto parent = EntryId::parse(write.parent);
  if (!parent) return;
  const auto above = read_entries(tx, parent);
  if (above.empty() || above.front().to_on) {
    problem.fields.push_back({"parent", "Choose an organisation of your register, or none"});
    return;
  }
  const auto parents = read_parents(tx);
  if (entry && stands_under(parents, *parent, *entry)) {
    problem.fields.push_back({"parent", "That one stands under this one: it cannot be above it"});
  } else if (levels_with(parents, *parent, entry) > levels_max) {
    problem.fields.push_back(
        {"parent", "Three levels at most: a trust, its schools, and a school's sites"});
  }
}

}  // namespace

Result<std::vector<RegisterEntry>> list_register(postgres::BoardTx& tx) { return read_entries(tx); }

std::vector<Choice> entries_to_choose(postgres::BoardTx& tx, const std::optional<EntryId>& but) {
  return read_choices(tx, but);
}

Result<EntryWithContacts> read_entry(postgres::BoardTx& tx, const EntryId& entry) {
  auto found = entry_of(tx, entry);
  if (!found) return found.problem();
  return EntryWithContacts{std::move(*found), read_contacts(tx, entry), read_changes(tx, entry),
                           read_sites(tx, entry)};
}

Result<std::optional<Organisation>> look_up(postgres::BoardTx& tx, DirectoryNumber number) {
  const auto problem = tidy(number);
  if (!problem.fields.empty()) return problem;
  return find_organisation(tx, number);
}

Result<EntryId> add_entry(postgres::BoardTx& tx, WriteEntry entry, Instant at) {
  if (!may_write(tx)) return not_permitted();
  auto problem = tidy(entry, read_types(tx), day_in_england(at));
  if (problem.fields.empty()) check_parent(tx, problem, entry, std::nullopt);
  if (!problem.fields.empty()) return problem;
  if (!entry.organisation.empty() && holds(tx, entry.organisation)) {
    return Problem{ProblemCode::conflict, "conflict", "It is in your register already."};
  }
  const auto id = insert_entry(tx, entry, at);
  audit_log::record(tx, {"register.added", "register_entry", id.text()});
  return id;
}

Result<Done> change_entry(postgres::BoardTx& tx, const EntryId& entry, int version,
                          WriteEntry write, Instant at) {
  if (!may_write(tx)) return not_permitted();
  const auto found = entry_of(tx, entry);
  if (!found) return found.problem();
  if (found->to_on) {
    return Problem{ProblemCode::closed, "entry-ended",
                   "It is not in your register any more. Open it again to change it."};
  }
  auto problem = tidy(write, read_types(tx), day_in_england(at));
  if (problem.fields.empty()) check_parent(tx, problem, write, entry);
  if (!problem.fields.empty()) return problem;
  if (!update_entry(tx, entry, version, write, at)) {
    return Problem{ProblemCode::conflict, "changed",
                   "Somebody changed this organisation while you were writing. Nothing is lost: "
                   "your words are below, and what it says now beside them."};
  }
  audit_log::record(tx, {"register.changed", "register_entry", entry.text()});
  return Done{};
}

Result<Done> set_contact(postgres::BoardTx& tx, const EntryId& entry, WriteContact contact,
                         Date today) {
  if (!may_write(tx)) return not_permitted();
  const auto problem = tidy(contact);
  if (!problem.fields.empty()) return problem;
  const auto found = entry_of(tx, entry);
  if (!found) return found.problem();
  insert_contact(tx, entry, contact, today);
  audit_log::record(tx, {"register.contact", "register_entry", entry.text()});
  return Done{};
}

Result<Done> note_invited(postgres::BoardTx& tx, const EntryId& entry, const std::string& link,
                          Instant at) {
  if (!may_write(tx)) return not_permitted();
  const auto found = entry_of(tx, entry);
  if (!found) return found.problem();
  if (found->joined) {
    return Problem{ProblemCode::conflict, "conflict", "It has joined already."};
  }
  note_invitation(tx, link, *found, at);
  audit_log::record(tx, {"register.invited", "register_entry", entry.text()});
  return Done{};
}

}  // namespace onereturn::agency_register
