#pragma once

#include "base/result.hpp"
#include "domain/actions/board_actions.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::actions {

// A file that came with a report. Refuses with not_found, also for what is kept elsewhere.
Result<ActionPiece> piece_to_open(postgres::BoardTx& tx, const ActionId& action, int status_no,
                                  int number);

// The agency reads that its board opened it, in which role, and when. Refuses with not_found.
Result<Done> note_piece_opened(postgres::BoardTx& tx, const ActionId& action, int status_no,
                               int number, Instant at);

}  // namespace onereturn::actions
