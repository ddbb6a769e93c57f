#pragma once

#include <optional>

#include "domain/fan_out/frozen_return.hpp"
#include "platform/postgres/database.hpp"

// Reads what was frozen at submission: one statement for what one board's copy is made from, two
// for what it shares with others, whatever was answered.
namespace onereturn::fan_out {

// The head, and every frozen line that is for this board or says what all of them may know, except
// the common answers.
struct FrozenRows {
  FrozenHead head;
  postgres::Rows lines;
};

// What the claimed job is about; nothing when its delivery is gone (withdrawn and removed). One
// round trip. Throws StaleFence when another worker holds the job by now.
std::optional<FrozenRows> read_frozen_rows(postgres::Database& database,
                                           const postgres::JobLease& lease);

// The same, read by the agency that froze it. Nothing when it has no such delivery.
std::optional<FrozenRows> read_frozen_rows(postgres::AgencyTx& tx, const SubmissionId& submission,
                                           const RequestId& request);

// The common answers that the board of the head asks for; no other is even read.
CommonAnswers read_frozen_answers(postgres::Transaction& tx, const FrozenHead& head,
                                  const frameworks::Framework& framework,
                                  const frameworks::Mapping& mapping);

// Both sides as the lines tell them, without the common answers.
FrozenSides to_sides(const FrozenRows& rows, const frameworks::Framework& framework);

}  // namespace onereturn::fan_out
