#pragma once

#include <optional>
#include <vector>

#include "domain/returns/asking.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to what a board has asked.
namespace onereturn::returns {

// The latest version of each form that the board of this transaction has published, by name.
std::vector<frameworks::VersionRef> load_own_forms(postgres::BoardTx& tx);

// What decides whether an entry may be asked; it is held until the transaction ends, so that a room
// which joins meanwhile finds what was asked.
struct EntryToAsk {
  bool ended = false;
  bool joined = false;
  bool invited = false;
};
std::optional<EntryToAsk> lock_entry(postgres::BoardTx& tx, const EntryId& entry);

// What this act of asking has made already, of whichever entry.
std::vector<MadeRequest> made_by(postgres::BoardTx& tx, const AskingId& asking);
// Nothing when somebody has used the number meanwhile.
std::vector<RequestId> insert_asking(postgres::BoardTx& tx, const AskForReturn& command,
                                     const BoardForm& form, const std::vector<DuePart>& parts);

// Of one entry, or one request, or all; without the words for the parts.
std::vector<AskedRequest> load_asked(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                                     const std::optional<RequestId>& request);
// Puts the words for the parts in.
void name_places(postgres::BoardTx& tx, std::vector<AskedRequest>& asked);
std::vector<RequestChange> load_changes(postgres::BoardTx& tx, const RequestId& request);

// False when the board has no such request; otherwise nobody else changes it meanwhile.
bool lock_request(postgres::BoardTx& tx, const RequestId& request);
void write_change(postgres::BoardTx& tx, const RequestId& request, Date due_on,
                  const std::string& state, Instant at);

// What is asked of an entry and not answered.
int load_open_count(postgres::BoardTx& tx, const EntryId& entry);
// Takes all of it out of the denominators, and out of the room when it is withdrawn; and back.
std::vector<std::string> write_leaving(postgres::BoardTx& tx, const EntryId& entry, bool withdraws,
                                       Instant at);
std::vector<std::string> write_return_of_entry(postgres::BoardTx& tx, const EntryId& entry,
                                               Instant at);
// Asks `stays` for what is asked of `goes` and not answered; before that is taken out.
std::vector<RequestId> carry_requests(postgres::BoardTx& tx, const EntryId& goes,
                                      const EntryId& stays, Instant at);
void write_left_out(postgres::BoardTx& tx, const RequestId& request,
                    const std::optional<std::string>& left_out, const std::string& reason,
                    Instant at);

}  // namespace onereturn::returns
