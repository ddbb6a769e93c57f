#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/mapping/mapping.hpp"
#include "domain/returns/save_answer.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// One save of one answer. Nothing that was ever saved is overwritten.
struct AnswerVersion {
  int version = 0;
  mapping::Texts texts;
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  bool confirmed = false;
  bool inherited = false;
  std::string by;
  Instant at;
  // When two rooms became one: this stood in that room, or was kept beside what stood there.
  std::string stood_in;
  std::string kept_beside;
};

// What the boards were sent last.
struct SentAnswer {
  mapping::Texts texts;
  std::optional<int> level;
  bool not_applicable = false;
  Instant submitted_at;
};

struct AnswerHistory {
  std::vector<AnswerVersion> versions;  // the latest first, at most a hundred
  std::optional<SentAnswer> sent;
};

AnswerHistory answer_history(postgres::AgencyTx& tx, const UnitId& unit,
                             const std::string& requirement);

// The command that writes an earlier text again as a new version, for somebody to read and
// confirm. Level, parts and the word that it does not apply stay as `present` has them. Nothing
// when there is no such version.
std::optional<SaveAnswer> restore(const AnswerHistory& history, int version, const UnitId& unit,
                                  const std::string& requirement, const mapping::Answer& present);

}  // namespace onereturn::returns
