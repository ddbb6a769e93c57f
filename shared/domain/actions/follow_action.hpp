#pragma once

#include "base/result.hpp"
#include "domain/actions/board_actions.hpp"
#include "platform/postgres/transaction.hpp"

// What a board does with one of its actions. Each writes what became what into the history, and
// nothing of the history ever changes. Each refuses with forbidden for a role that only reads; with
// not_found; with conflict "changed-meanwhile" when somebody else wrote since it was read; with
// conflict "action-over" for what is no longer open.
namespace onereturn::actions {

// The action as it was read, and the time of business.
struct Held {
  ActionId action;
  int version = 0;
  Instant at;
};

// A new point of the board's own scheme, words, another day: any of them. Refuses with invalid for
// nothing at all, for a point that the scheme does not have, and for a day without a reason.
struct SayStatus {
  Held held;
  std::string point;  // the one that stands changes nothing
  std::string words;
  std::optional<Date> by_on;  // nothing: as it is
};
Result<Done> say_status(postgres::BoardTx& tx, const SayStatus& command);

struct ActionWords {
  std::string what, how, lead, area, progress, evidence, risks;
};
// What stood there goes into the history. Refuses with invalid, a field each.
Result<Done> reword_action(postgres::BoardTx& tx, const Held& held, const ActionWords& words);

// Nobody, or somebody who acts for this board now: anybody else is invalid.
Result<Done> give_action(postgres::BoardTx& tx, const Held& held,
                         const std::optional<PersonId>& person);

enum class Decision { verify, close, ask_again, reopen };
struct Decide {
  Held held;
  Decision decision = Decision::verify;
  std::string told;                 // the organisation reads it
  std::string seen;                 // what was seen, beside the pieces that are ticked
  std::vector<std::string> pieces;  // "status_no.number"
};
// Verifying needs evidence that was seen: a piece, or words about it; it takes the scheme's point
// for what is complete. Closing, asking again and opening again need words.
Result<Done> decide(postgres::BoardTx& tx, const Decide& command);

// Two entries of the register have become one (agency_register/end_entry.hpp), in the transaction
// that did it: what is open about the one that goes is the other's. How many.
int take_over_actions(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays, Instant at);

}  // namespace onereturn::actions
