#pragma once

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/audit_log/audit_log.hpp"
#include "platform/postgres/transaction.hpp"

// What a member of a board does while reviewing, in a scope of the member's own.
namespace onereturn::audit_log {

// An entry in the trail of the board.
void record_in_review(postgres::SessionTx& tx, const Entry& entry);

// The member has opened that version of a return: an entry for the board, and a row that the agency
// reads.
void note_opened_in_review(postgres::SessionTx& tx, const ReturnId& id, int version, Instant at);

}  // namespace onereturn::audit_log
