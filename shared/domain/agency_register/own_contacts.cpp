#include "domain/agency_register/own_contacts.hpp"

#include <algorithm>
#include <set>

#include "domain/agency_register/contacts_rules.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/colleagues.hpp"
#include "domain/identity/sign_in.hpp"

namespace onereturn::agency_register {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted",
          "Only the lead of the whole organisation tells boards whom to write to."};
}

Problem not_there() {
  return {ProblemCode::not_found, "not-found", "There is no such contact here."};
}

Problem changed_meanwhile() {
  return {ProblemCode::conflict, "changed-meanwhile",
          "Somebody has changed this contact meanwhile. Nothing was lost: look at it again."};
}

Result<People> people_at(postgres::AgencyTx& tx, const EntryId& entry) {
  if (tx.actor().role != "lead" || tx.actor().unit) return not_permitted();
  auto all = read_own_people(tx);
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const People& each) { return each.entry == entry; });
  if (found == all.end()) return not_there();
  return std::move(*found);
}

Result<Person> standing(postgres::AgencyTx& tx, const EntryId& entry, const ContactId& contact) {
  const auto people = people_at(tx, entry);
  if (!people) return people.problem();
  const auto found = std::find_if(people->persons.begin(), people->persons.end(),
                                  [&](const auto& each) { return each.contact == contact; });
  if (found == people->persons.end()) return not_there();
  if (found->valid_to) return changed_meanwhile();
  return *found;
}

void note(postgres::AgencyTx& tx, const char* what, const EntryId& entry, const std::string& role) {
  audit_log::record(tx, {what, "register_entry", entry.text(), role});
}

// Only a lead may know who was a colleague.
std::set<std::string> addresses_of_leavers(postgres::AgencyTx& tx) {
  std::set<std::string> addresses;
  const auto people = identity::list_people(tx);
  if (!people) return addresses;
  for (const auto& colleague : people->colleagues)
    if (colleague.until) addresses.insert(identity::normalised_email(colleague.email));
  for (const auto& colleague : people->colleagues)
    if (!colleague.until) addresses.erase(identity::normalised_email(colleague.email));
  return addresses;
}

}  // namespace

Result<std::vector<People>> list_own_contacts(postgres::AgencyTx& tx) {
  if (tx.actor().unit) return not_permitted();
  auto all = read_own_people(tx);
  if (tx.actor().role != "lead") return all;
  const auto gone = addresses_of_leavers(tx);
  for (auto& people : all)
    for (auto& person : people.persons)
      person.left = !person.valid_to && gone.contains(identity::normalised_email(person.email));
  return all;
}

Result<ContactId> add_own_contact(postgres::AgencyTx& tx, const EntryId& entry, WritePerson person,
                                  Instant now) {
  const auto people = people_at(tx, entry);
  if (!people) return people.problem();
  const auto problem = tidy(person, read_contact_roles(tx));
  if (!problem.fields.empty()) return problem;
  const auto made = insert_person(tx, {entry, person, std::nullopt, day_in_england(now), now});
  note(tx, "contact.added", entry, person.role);
  return made;
}

Result<ContactId> correct_own_contact(postgres::AgencyTx& tx, const EntryId& entry,
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

Result<Done> end_own_contact(postgres::AgencyTx& tx, const EntryId& entry, const ContactId& contact,
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

Result<Done> confirm_contacts(postgres::AgencyTx& tx, const EntryId& entry, Instant now) {
  const auto people = people_at(tx, entry);
  if (!people) return people.problem();
  insert_confirmation(tx, entry, now);
  note(tx, "contact.confirmed", entry, {});
  return Done{};
}

}  // namespace onereturn::agency_register
