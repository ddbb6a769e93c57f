#include "domain/agency_register/contacts_store.hpp"

#include <algorithm>

#include "domain/agency_register/contacts_rules.hpp"
#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

namespace {

Person person_of(const postgres::Row& row) {
  Person person;
  person.contact = row.id<ContactId>("contact_id");
  person.entry = row.id<EntryId>("entry_id");
  person.role = row.text("role");
  person.role_words = row.text("role_words");
  person.name = row.text("name");
  person.position = row.text("position");
  person.email = row.text("email");
  person.telephone = row.text("telephone");
  person.valid_from = row.date("valid_from");
  person.valid_to = row.date_if("valid_to");
  person.added_from = row.text("added_from");
  person.ended_from = row.text("ended_from");
  person.ended_because = row.text("ended_because");
  person.bounced_at = row.instant_if("bounced_at");
  person.bounce_reason = row.text("bounce_reason");
  return person;
}

void read_standing(People& people, const postgres::Row& row) {
  people.entry = row.id<EntryId>("entry_id");
  people.entry_name = row.text("entry_name");
  people.board_name = row.text("board_name");
  people.asked_at = row.instant_if("asked_at");
  if (const auto at = row.instant_if("confirmed_at")) {
    people.confirmed = Confirmation{row.text("confirmed_by"), *at};
  }
  people.needs_confirming =
      needs_confirming(row.instant_if("confirmed_at"), row.instant_if("asked_at"));
}

}  // namespace

std::vector<ContactRole> read_contact_roles(postgres::Transaction& tx) {
  std::vector<ContactRole> roles;
  for (const auto row : tx.run(sql::contact_roles))
    roles.push_back({row.text("role"), row.text("words"), row.text("rung")});
  return roles;
}

std::optional<People> read_people(postgres::BoardTx& tx, const EntryId& entry) {
  const auto standing = tx.run(sql::people_standing, entry);
  if (standing.empty()) return std::nullopt;
  People people;
  read_standing(people, standing[0]);
  for (const auto row : tx.run(sql::people_of_entry, entry))
    people.persons.push_back(person_of(row));
  return people;
}

PeopleFound find_people(postgres::BoardTx& tx, const PeopleAsked& asked) {
  PeopleFound found;
  for (const auto row :
       tx.run(sql::find_people, asked.text, asked.roles, asked.bounced_only, asked.by_organisation,
              asked.descending, asked.limit, asked.offset)) {
    found.total = row.number("total");
    if (!row.is_null("contact_id"))
      found.persons.push_back({person_of(row), row.text("entry_name")});
  }
  return found;
}

int count_bounced(postgres::BoardTx& tx) {
  return tx.run(sql::count_bounced).one().number("bounced");
}

std::vector<People> read_own_people(postgres::AgencyTx& tx) {
  std::vector<People> all;
  for (const auto row : tx.run(sql::own_people_standing))
    read_standing(all.emplace_back(), row);
  for (const auto row : tx.run(sql::own_people)) {
    auto person = person_of(row);
    const auto place = std::find_if(
        all.begin(), all.end(), [&](const People& people) { return people.entry == person.entry; });
    if (place != all.end()) place->persons.push_back(std::move(person));
  }
  return all;
}

ContactId insert_person(postgres::BoardTx& tx, const PersonToAdd& add) {
  const auto& who = add.person;
  return tx
      .run(sql::insert_person, add.entry, who.role, who.name, who.position, who.email,
           who.telephone, add.from, add.replaces, tx.actor().person_name, add.at)
      .one()
      .id<ContactId>("contact_id");
}

ContactId insert_person(postgres::AgencyTx& tx, const PersonToAdd& add) {
  const auto& who = add.person;
  return tx
      .run(sql::insert_own_person, add.entry, who.role, who.name, who.position, who.email,
           who.telephone, add.from, add.replaces, tx.actor().person_name, add.at)
      .one()
      .id<ContactId>("contact_id");
}

bool end_person(postgres::BoardTx& tx, const ContactId& contact, const std::string& because,
                Date today, Instant at) {
  return tx.run(sql::end_person, contact, because, today, tx.actor().person_name, at).affected() ==
         1;
}

bool end_person(postgres::AgencyTx& tx, const ContactId& contact, const std::string& because,
                Date today, Instant at) {
  return tx.run(sql::end_own_person, contact, because, today, tx.actor().person_name, at)
             .affected() == 1;
}

void insert_confirmation(postgres::AgencyTx& tx, const EntryId& entry, Instant at) {
  tx.run(sql::insert_confirmation, entry, tx.actor().person_name, at);
}

void mark_bounced(postgres::PartyJobTx& tx, const std::string& email, const std::string& reason,
                  Instant at) {
  tx.run(sql::mark_bounced, email, reason, at);
}

bool clear_bounce(postgres::BoardTx& tx, const ContactId& contact) {
  return tx.run(sql::clear_bounce, contact).affected() == 1;
}

}  // namespace onereturn::agency_register
