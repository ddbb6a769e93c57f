#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/questions/questions.hpp"
#include "platform/postgres/transaction.hpp"

// What a board wants changed before it goes on, each as a conversation in which both sides can say
// what is meant. The mail about it is the one that says that the return went back.
namespace onereturn::questions {

struct WantedChange {
  std::string item;  // its code; empty: of the whole return
  std::string words;
};

// Begins one for each, in three statements, and answers them in the same order; none where the
// request cannot be asked about, as when its agency has not joined. For who may evaluate.
std::vector<ThreadId> ask_for_changes(postgres::BoardTx& tx, const RequestId& request,
                                      const std::vector<WantedChange>& changes, Instant now);

// Those of them that still wait for the agency wait no more: the next version is the answer.
void settle_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads);

// The board wants nothing any more: those that nobody has gone on with are closed.
void drop_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads, Instant now);

}  // namespace onereturn::questions
