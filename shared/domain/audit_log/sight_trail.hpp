#pragma once

#include <string>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/audit_log/audit_log.hpp"
#include "domain/audit_log/openings.hpp"
#include "platform/postgres/transaction.hpp"

// What a council looks at, through a board that granted it.
namespace onereturn::audit_log {

// An entry in the trail of that board.
void record_in_sight(postgres::SessionTx& tx, const Entry& entry);

// The council has opened that version of a return, or what the board released about it: a row that
// the agency reads, with the council's name, and an entry for the board.
void note_opened_in_sight(postgres::SessionTx& tx, const ReturnId& id, int version, Opened what,
                          Instant at);

}  // namespace onereturn::audit_log
