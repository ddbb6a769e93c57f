#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/contacts.hpp"
#include "platform/postgres/transaction.hpp"

// The organisation's side: whom each board has of it. All of it is for those who act for the whole
// organisation; its lead corrects and confirms. What is said to one board is seen by that board
// alone. Refuses with forbidden, not_found, conflict (ended meanwhile) and invalid as keep_contacts
// does.
namespace onereturn::agency_register {

Result<std::vector<People>> list_own_contacts(postgres::AgencyTx& tx);

Result<ContactId> add_own_contact(postgres::AgencyTx& tx, const EntryId& entry, WritePerson person,
                                  Instant now);
Result<ContactId> correct_own_contact(postgres::AgencyTx& tx, const EntryId& entry,
                                      const ContactId& contact, WritePerson person, Instant now);
Result<Done> end_own_contact(postgres::AgencyTx& tx, const EntryId& entry, const ContactId& contact,
                             const std::string& because, Instant now);

// "These are right."
Result<Done> confirm_contacts(postgres::AgencyTx& tx, const EntryId& entry, Instant now);

}  // namespace onereturn::agency_register
