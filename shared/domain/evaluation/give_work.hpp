#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

// Gives a return, or one section of it, to a colleague; nobody ends it. Whoever had it before is
// kept in its history. Refuses with not_found, forbidden (a manager or an assistant gives) and
// invalid (person) for somebody who does not evaluate for this board.
Result<Done> give_work(postgres::BoardTx& tx, const ReturnId& id, const std::string& section,
                       const std::optional<PersonId>& person, Instant now);

// A manager says whether a second person has to look before a release.
Result<Done> ask_for_second_looks(postgres::BoardTx& tx, bool wanted, Instant now);
// Quick keys, for oneself.
Result<Done> switch_keys(postgres::BoardTx& tx, bool on);

}  // namespace onereturn::evaluation
