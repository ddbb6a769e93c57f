#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/agency_register.hpp"
#include "platform/postgres/transaction.hpp"

// What a board does about its register. Every role of a board reads it; its manager writes it, the
// others are refused with forbidden. Another board's entry is not_found.
namespace onereturn::agency_register {

Result<std::vector<RegisterEntry>> list_register(postgres::BoardTx& tx);

// All that have not ended but that one, by name.
std::vector<Choice> entries_to_choose(postgres::BoardTx& tx, const std::optional<EntryId>& but);

struct EntryWithContacts {
  RegisterEntry entry;
  std::vector<Contact> contacts;        // the one that holds first
  std::vector<RegisterChange> changes;  // the latest first
  std::vector<Choice> sites;            // what stands under it
};
Result<EntryWithContacts> read_entry(postgres::BoardTx& tx, const EntryId& entry);

// A row of the public directory, or nothing. Says nothing about who uses the service. Refuses with
// invalid, field "number".
Result<std::optional<Organisation>> look_up(postgres::BoardTx& tx, DirectoryNumber number);

// Refuses with invalid (fields as register_rules.hpp names them; "parent" also for a circle or a
// fourth level), and with conflict when this board's own register has the organisation already.
Result<EntryId> add_entry(postgres::BoardTx& tx, WriteEntry entry, Instant at);

// What it says from now on; what it said before is kept. Refuses as above, with closed for an entry
// that has ended, and with conflict ("changed") when somebody has changed that version meanwhile.
Result<Done> change_entry(postgres::BoardTx& tx, const EntryId& entry, int version,
                          WriteEntry write, Instant at);

// Whom to write to from today on. Refuses with invalid.
Result<Done> set_contact(postgres::BoardTx& tx, const EntryId& entry, WriteContact contact,
                         Date today);

// Notes that the mailed link is for this entry, and when. Refuses with conflict once it has joined.
Result<Done> note_invited(postgres::BoardTx& tx, const EntryId& entry, const std::string& link,
                          Instant at);

}  // namespace onereturn::agency_register
