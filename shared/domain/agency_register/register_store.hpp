#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/agency_register.hpp"
#include "domain/agency_register/register_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to a board's register.
namespace onereturn::agency_register {

std::vector<RegisterEntry> read_entries(postgres::BoardTx& tx,
                                        const std::optional<EntryId>& only = std::nullopt);
std::vector<Contact> read_contacts(postgres::BoardTx& tx, const EntryId& entry);
std::optional<Organisation> find_organisation(postgres::BoardTx& tx, const DirectoryNumber& number);
// True when an entry of this board that has not ended is for that organisation.
bool holds(postgres::BoardTx& tx, const std::string& organisation);

// Nobody else changes these meanwhile. How many of them are this board's.
std::size_t lock_entries(postgres::BoardTx& tx, const std::vector<EntryId>& entries);
// Where an entry came from, for its first line of history.
struct CameFrom {
  std::string what = "added";
  std::optional<EntryId> other = std::nullopt;
  std::string reason = {};
};
EntryId insert_entry(postgres::BoardTx& tx, const WriteEntry& entry, Instant at,
                     const CameFrom& from = {});
// False when it is not at that version any more.
bool update_entry(postgres::BoardTx& tx, const EntryId& entry, int version, const WriteEntry& write,
                  Instant at);
// Its last day, or none again; and a line of its history.
struct EndOfEntry {
  std::string what;
  std::optional<Date> on;
  std::optional<EntryId> other;
  std::string reason;
};
void write_end(postgres::BoardTx& tx, const EntryId& entry, const EndOfEntry& end, Instant at);
void note_change(postgres::BoardTx& tx, const EntryId& entry, const std::string& what,
                 const EntryId& other, const std::string& reason, Instant at);
// `stays` took `goes` in: its history says so, and it has completed what the other has. Contacts of
// the one end today and begin there.
void take_in(postgres::BoardTx& tx, const EntryId& stays, const EntryId& goes,
             const std::string& reason, Instant at);
void take_over_contacts(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                        Instant at);
void move_sites(postgres::BoardTx& tx, const EntryId& from, const EntryId& to, Instant at);

std::vector<Choice> read_choices(postgres::BoardTx& tx, const std::optional<EntryId>& but);
std::vector<Choice> read_sites(postgres::BoardTx& tx, const EntryId& entry);
Parents read_parents(postgres::BoardTx& tx);
std::vector<RegisterChange> read_changes(postgres::BoardTx& tx, const EntryId& entry);

std::vector<EntryType> read_types(postgres::BoardTx& tx);
// False when somebody else has changed it meanwhile.
bool write_type(postgres::BoardTx& tx, const WriteType& type, Instant at);

// The contact from today on; the one before it is kept with its last day.
void insert_contact(postgres::BoardTx& tx, const EntryId& entry, const WriteContact& contact,
                    Date today);
// What the invited person will read: whose link is for which entry.
void note_invitation(postgres::BoardTx& tx, const std::string& link, const RegisterEntry& entry,
                     Instant at);

}  // namespace onereturn::agency_register
