#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/evidence/asked.hpp"
#include "platform/postgres/transaction.hpp"

// The door to what boards ask to see, beside what an agency answers (piece_store).
namespace onereturn::evidence {

// Of the newest version of the return unless one is named. False when there is no such piece, or it
// was delivered as a file. Throws ConstraintViolated when it is asked for already.
bool insert_ask(postgres::BoardTx& tx, const ReturnId& id, int number, const std::string& words,
                const std::optional<Instant>& at, const std::optional<Date>& due_on,
                const std::optional<int>& version);
// Nothing when the board has no such question.
std::optional<AskState> state_of_ask(postgres::BoardTx& tx, const AskId& ask);
// Throws ConstraintViolated when it is decided already.
void insert_decision(postgres::BoardTx& tx, const AskId& ask, bool accepted,
                     const std::string& reason, const Instant& at);
// The same piece again. Throws ConstraintViolated when it is asked for already.
void ask_again(postgres::BoardTx& tx, const AskId& ask, const std::string& words,
               const std::optional<Date>& due_on, const Instant& at);

std::vector<AskedPiece> load_asked(postgres::BoardTx& tx, Date today,
                                   const std::optional<AskStanding>& only, int offset, int count);
std::optional<AskedPiece> find_asked(postgres::BoardTx& tx, const AskId& ask, Date today);
std::array<int, ask_standings> count_asked(postgres::BoardTx& tx, Date today);
AskEnds load_ends(postgres::BoardTx& tx, const ReturnId& id);
AskEnds load_ends(postgres::AgencyTx& tx);

}  // namespace onereturn::evidence
