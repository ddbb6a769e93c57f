#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/contacts.hpp"
#include "platform/postgres/transaction.hpp"

// What a board does about its contacts. Every role reads them; its manager changes them, others are
// refused with forbidden. Another board's entry or contact is not_found; one that somebody has
// ended meanwhile is a conflict.
namespace onereturn::agency_register {

Result<People> read_contacts_of(postgres::BoardTx& tx, const EntryId& entry);

// Each refuses with invalid, fields as contacts_rules.hpp names them.
Result<ContactId> add_contact(postgres::BoardTx& tx, const EntryId& entry, WritePerson person,
                              Instant now);
// Ends the one that stands and adds what is right now, from today on.
Result<ContactId> correct_contact(postgres::BoardTx& tx, const EntryId& entry,
                                  const ContactId& contact, WritePerson person, Instant now);
// They left, or should not have been there ("left", "removed").
Result<Done> end_contact(postgres::BoardTx& tx, const EntryId& entry, const ContactId& contact,
                         const std::string& because, Instant now);
// The address is right after all: mail goes there again.
Result<Done> trust_address(postgres::BoardTx& tx, const EntryId& entry, const ContactId& contact);

}  // namespace onereturn::agency_register
