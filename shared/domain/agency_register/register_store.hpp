#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/agency_register.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to a board's register.
namespace onereturn::agency_register {

std::vector<RegisterEntry> read_entries(postgres::BoardTx& tx,
                                        const std::optional<EntryId>& only = std::nullopt);
std::vector<Contact> read_contacts(postgres::BoardTx& tx, const EntryId& entry);
std::optional<Organisation> find_organisation(postgres::BoardTx& tx, const DirectoryNumber& number);
// True when an entry of this board that has not ended is for that organisation.
bool holds(postgres::BoardTx& tx, const std::string& organisation);

EntryId insert_entry(postgres::BoardTx& tx, const WriteEntry& entry, Date today);
// The contact from today on; the one before it is kept with its last day.
void insert_contact(postgres::BoardTx& tx, const EntryId& entry, const WriteContact& contact,
                    Date today);
// What the invited person will read: whose link is for which entry.
void note_invitation(postgres::BoardTx& tx, const std::string& link, const RegisterEntry& entry,
                     Instant at);

}  // namespace onereturn::agency_register
