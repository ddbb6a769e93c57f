#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

struct SaveGrade {
  ReturnId of_return;
  EvaluationId evaluation;  // that the page was made of
  std::string key;          // of a subject, or summary_key
  int base_version = 0;     // that the page showed
  Judgement judgement;
  bool confirm = false;  // keeps a carried grade as it stands
};

struct SavedGrade {
  int version = 0;
  Instant saved_at{};
  std::optional<Grade> overtaken;  // what stands instead, and nothing was saved
};

// Keeps what somebody says about an item as its next version. Where an evaluator was overtaken, the
// other's words come back and nothing is lost. Who looks as a second person says why they change a
// grade. What is agreed is open again once it is changed. Refuses with not_found (also when a newer
// version is evaluated by now), forbidden, invalid by field, and conflict `with-second-person`,
// `released`.
Result<SavedGrade> save_grade(postgres::BoardTx& tx, const SaveGrade& command, Instant now);

}  // namespace onereturn::evaluation
