#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

// Everything of one return's evaluation, in a number of statements that does not depend on how much
// there is. Of the version that is evaluated, or of the latest where nothing was begun. Refuses
// with not_found.
Result<Workbench> read_evaluation(postgres::BoardTx& tx, const ReturnId& id, Instant now);

// The same for somebody who looks: noted for the agency as an opening once in half a day, and for
// colleagues as being at `key` ("" for the list).
Result<Workbench> open_evaluation(postgres::BoardTx& tx, const ReturnId& id, const std::string& key,
                                  Instant now);

// What stands about each item of a return, for what other parts of the product build on it.
struct ItemGrade {
  Subject subject;
  Grade grade;
};
// Refuses with not_found when nothing is evaluated.
Result<std::vector<ItemGrade>> grades_of_return(postgres::BoardTx& tx, const ReturnId& id,
                                                Instant now);

// Every version of what was said about one item, newest first. Refuses with not_found.
Result<std::vector<Grade>> history_of(postgres::BoardTx& tx, const ReturnId& id,
                                      const std::string& key);

}  // namespace onereturn::evaluation
