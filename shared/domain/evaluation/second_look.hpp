#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

// A second person of the board agrees, or changes grades with reasons, before a release. Each of
// these refuses with not_found, forbidden for another role, and conflict `moved-on` when the
// evaluation has moved on meanwhile.
namespace onereturn::evaluation {

// Hands it to whoever is second. Refuses with invalid (words) while a grade or a reason is missing.
Result<Done> send_for_second_look(postgres::BoardTx& tx, const ReturnId& id,
                                  const std::string& words, Instant now);
// The evaluator wants it back.
Result<Done> take_back(postgres::BoardTx& tx, const ReturnId& id, Instant now);

// Agreed: it may be released as it stands. Else it is handed back, with words (refused as invalid,
// answer, without). Refuses with forbidden for whoever graded or sent it.
Result<Done> answer_second_look(postgres::BoardTx& tx, const ReturnId& id, bool agreed,
                                const std::string& answer, Instant now);

}  // namespace onereturn::evaluation
