#pragma once

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

// Begins to evaluate the latest version of a return. Beginning twice is beginning once. Where an
// older version was evaluated, what was said about items whose boxes say the same comes along as
// drafts to be confirmed; an evaluation that was still open is given up, with its grades kept.
// Refuses with not_found and forbidden.
Result<Done> begin_evaluation(postgres::BoardTx& tx, const ReturnId& id, Instant now);

}  // namespace onereturn::evaluation
