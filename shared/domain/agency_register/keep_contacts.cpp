#include "domain/agency_register/keep_contacts.hpp"

#include <algorithm>

#include "domain/agency_register/contacts_rules.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::agency_register {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Only a board manager changes contacts."};
}

Problem not_there() {
  return {ProblemCode::not_found, "not-found", "There is no such contact here."};
}

Problem changed_meanwhile() {
  return {ProblemCode::conflict, "changed-meanwhile",
          "Somebody has changed this contact meanwhile. Nothing was lost: look at it again."};
}

// The one that is meant, while it holds.
Result<Person> standing(postgres::BoardTx& tx, const EntryId& entry, const ContactId& contact) {
  if (tx.actor().role != "manager") return not_permitted();
  const auto people = read_people(tx, entry);
  if (!people) return not_there();
  const auto found = std::find_if(people->persons.begin(), people->persons.end(),
                                  [&](const auto& each) { return each.contact == contact; });
  if (found == people->persons.end()) return not_there();
  if (found->valid_to) return changed_meanwhile();
  return *found;
}

void note(postgres::BoardTx& tx, const char* what, const EntryId& entry, const std::string& role) {
  audit_log::record(tx, {what, "register_entry", entry.text(), role});
}

}  // namespace

Result<People> read_contacts_of(postgres::BoardTx& tx, const EntryId& entry) {
  auto people = read_people(tx, entry);
  if (!people) return not_there();
  return std::move(*people);
}

Result<ContactId> add_contact(postgres::BoardTx& tx, const EntryId& entry, WritePerson person,
                              Instant now) {
  if (tx.actor().role != "manager") return not_permitted();
  const auto people = read_people(tx, entry);
  if (!people) return not_there();
  const auto problem = tidy(person, read_contact_roles(tx));
  if (!problem.fields.empty()) return problem;
  const auto made = insert_person(tx, {entry, person, std::nullopt, day_in_england(now), now});
  note(tx, "contact.added", entry, person.role);
  return made;
}

Result<ContactId> correct_contact(postgres::BoardTx& tx, const EntryId& entry,
                                  const ContactId& contact, WritePerson person, Instant now) {
  const auto found = standing(tx, entry, contact);
  if (!found) return found.problem();
  const auto problem = tidy(person, read_contact_roles(tx));
  if (!problem.fields.empty()) return problem;
  if (says_the_same(*found, person)) return contact;
  const auto today = day_in_england(now);
  if (!end_person(tx, contact, "corrected", today, now)) return changed_meanwhile();
  const auto made = insert_person(tx, {entry, person, contact, today, now});
  note(tx, "contact.corrected", entry, person.role);
  return made;
}

Result<Done> end_contact(postgres::BoardTx& tx, const EntryId& entry, const ContactId& contact,
                         const std::string& because, Instant now) {
  const auto found = standing(tx, entry, contact);
  if (!found) return found.problem();
  if (because != "left" && because != "removed") {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Say why.",
                   {{"because", "Choose whether they left or should not stand here"}}};
  }
  if (!end_person(tx, contact, because, day_in_england(now), now)) return changed_meanwhile();
  note(tx, "contact.ended", entry, found->role);
  return Done{};
}

Result<Done> trust_address(postgres::BoardTx& tx, const EntryId& entry, const ContactId& contact) {
  const auto found = standing(tx, entry, contact);
  if (!found) return found.problem();
  if (clear_bounce(tx, contact)) note(tx, "contact.address_trusted", entry, found->role);
  return Done{};
}

}  // namespace onereturn::agency_register
