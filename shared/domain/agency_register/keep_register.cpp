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

}  // namespace

Result<std::vector<RegisterEntry>> list_register(postgres::BoardTx& tx) { return read_entries(tx); }

Result<EntryWithContacts> read_entry(postgres::BoardTx& tx, const EntryId& entry) {
  auto found = entry_of(tx, entry);
  if (!found) return found.problem();
  return EntryWithContacts{std::move(*found), read_contacts(tx, entry)};
}

Result<std::optional<Organisation>> look_up(postgres::BoardTx& tx, DirectoryNumber number) {
  const auto problem = tidy(number);
  if (!problem.fields.empty()) return problem;
  return find_organisation(tx, number);
}

Result<EntryId> add_entry(postgres::BoardTx& tx, WriteEntry entry, Date today) {
  if (!may_write(tx)) return not_permitted();
  const auto problem = tidy(entry);
  if (!problem.fields.empty()) return problem;
  if (!entry.organisation.empty() && holds(tx, entry.organisation)) {
    return Problem{ProblemCode::conflict, "conflict", "It is in your register already."};
  }
  const auto id = insert_entry(tx, entry, today);
  audit_log::record(tx, {"register.added", "register_entry", id.text()});
  return id;
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
