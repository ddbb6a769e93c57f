#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evidence {

// A board asks for a piece that came as "available on request". Refuses with not_found for a piece
// that did not come so, and conflict when it is asked for already.
Result<Done> ask_for_evidence(postgres::BoardTx& tx, const ReturnId& id, int number,
                              const std::string& words,
                              const std::optional<Instant>& at = std::nullopt);

// What a board was given with a return: pieces, and what it asked for. Refuses with not_found.
Result<DeliveredEvidence> read_delivered_evidence(postgres::BoardTx& tx, const ReturnId& id);

// The agency answers: with a file of its own that stands in the store, or with words why not.
struct AnswerAsk {
  std::optional<FileFacts> file;
  std::string words;
  std::optional<Instant> at = {};  // business time; nothing: the database's clock
};
// Refuses with invalid (answer: neither file nor words), not_found, conflict when it is answered
// already, forbidden for a role that does not choose what boards see.
Result<Done> answer_evidence_ask(postgres::AgencyTx& tx, const AskId& ask, const AnswerAsk& answer);

}  // namespace onereturn::evidence
