#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/fan_out/supplement.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

// A changed answer is offered to the boards that hold the older one; each decides for itself.
namespace onereturn::fan_out {

// What the board works with, what waits for it, what differs box by box, and every version. That
// somebody looked is noted where something waits. not_found for an id that is not this board's.
Result<Supplement> open_supplement(postgres::BoardTx& tx, const ReturnId& id, Instant now);

struct DecideSupplement {
  ReturnId id;
  int version_no = 1;  // that the page showed
  bool accepts = true;
  std::string words;  // needed to decline
};

// Accepted, it is what the board works with from this moment on: its boxes, counts, levels and
// actions. Declined, everything stays as it was, and the agency reads why. Refuses with invalid,
// field "words", a declining without words or with too many; not_found for a return or a version
// that is not there; conflict, key "decided-meanwhile", when somebody else decided or a newer
// version took its place; forbidden for a role that only reads. The same decision again is done.
Result<Done> decide_supplement(postgres::BoardTx& tx, const DecideSupplement& decide, Instant now);

// How each copy that a board holds of this unit's is to what would be sent now: two statements,
// whatever the number of boards. Requests without a copy are not in it.
std::vector<HeldCopy> held_copies(postgres::AgencyTx& tx, const returns::Workspace& workspace);

}  // namespace onereturn::fan_out
