#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/evidence/asked.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evidence {

// A board asks for a piece that came as "available on request", until a day where it names one; of
// the newest version of the return unless another is named.
// Refuses with not_found for a piece that did not come so, with conflict when it is asked for
// already, and with invalid (words, due): too long, a day that is over or more than a year away.
Result<Done> ask_for_evidence(postgres::BoardTx& tx, const ReturnId& id, int number,
                              const std::string& words,
                              const std::optional<Instant>& at = std::nullopt,
                              const std::optional<Date>& due_on = std::nullopt,
                              const std::optional<int>& version = std::nullopt);

// What the board makes of an answer. Not accepted says why, and may ask again in the same step: the
// older question stays with its answer.
struct DecideOnEvidence {
  bool accepted = false;
  std::string reason;
  bool ask_again = false;
  std::optional<Date> due_on;  // of the new question
  Instant at;
};
// Refuses with not_found; with invalid (reason, due); with conflict while there is no answer, when
// it is decided already, or when the piece is asked for again already.
Result<Done> decide_on_evidence(postgres::BoardTx& tx, const AskId& ask,
                                const DecideOnEvidence& decision);

// The board's questions: those in one standing, or all; those that wait for the board first, then
// the overdue.
AskedPieces list_asked_pieces(postgres::BoardTx& tx, Date today,
                              const std::optional<AskStanding>& only, int offset, int count);

// What a board was given with a return: pieces of the version that stands, or of another one, and
// what it asked for. Refuses with not_found.
Result<DeliveredEvidence> read_delivered_evidence(postgres::BoardTx& tx, const ReturnId& id,
                                                  const std::optional<int>& version = {});

// The agency answers: with a file of its own that stands in the store, or with words why not.
struct AnswerAsk {
  std::optional<FileFacts> file;
  std::string words;
  std::optional<Instant> at = {};  // business time; nothing: the database's clock
};
// Refuses with invalid (answer: neither file nor words), not_found, conflict when it is answered
// already, forbidden for a role that does not choose what boards see.
Result<Done> answer_evidence_ask(postgres::AgencyTx& tx, const AskId& ask, const AnswerAsk& answer);

// One of the board's questions. Refuses with not_found.
Result<AskedPiece> read_asked_piece(postgres::BoardTx& tx, const AskId& ask, Date today);

// The ends of the questions about a return, or of all that boards asked of this agency.
AskEnds ends_of_asks(postgres::BoardTx& tx, const ReturnId& id);
AskEnds ends_of_asks(postgres::AgencyTx& tx);

}  // namespace onereturn::evidence
