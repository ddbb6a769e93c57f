#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/contacts.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to contacts: the board's own, and the agency's side of what boards have of it.
namespace onereturn::agency_register {

std::vector<ContactRole> read_contact_roles(postgres::Transaction& tx);

// Nothing when the entry is not this board's.
std::optional<People> read_people(postgres::BoardTx& tx, const EntryId& entry);
PeopleFound find_people(postgres::BoardTx& tx, const PeopleAsked& asked);
// How many that hold have an address that mail came back from.
int count_bounced(postgres::BoardTx& tx);

// What each board has of this agency; for whoever acts for the whole of it.
std::vector<People> read_own_people(postgres::AgencyTx& tx);

struct PersonToAdd {
  EntryId entry;
  WritePerson person;
  std::optional<ContactId> replaces = std::nullopt;
  Date from;
  Instant at;
};
ContactId insert_person(postgres::BoardTx& tx, const PersonToAdd& add);
ContactId insert_person(postgres::AgencyTx& tx, const PersonToAdd& add);

// False when it no longer holds, or is not there for this party.
bool end_person(postgres::BoardTx& tx, const ContactId& contact, const std::string& because,
                Date today, Instant at);
bool end_person(postgres::AgencyTx& tx, const ContactId& contact, const std::string& because,
                Date today, Instant at);

void insert_confirmation(postgres::AgencyTx& tx, const EntryId& entry, Instant at);

// Mail to that address came back: every contact of the board that has it now is marked.
void mark_bounced(postgres::PartyJobTx& tx, const std::string& email, const std::string& reason,
                  Instant at);
// False when there is nothing to clear.
bool clear_bounce(postgres::BoardTx& tx, const ContactId& contact);

}  // namespace onereturn::agency_register
