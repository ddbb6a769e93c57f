#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// A named senior person signs for the boards ticked.
struct SubmitReturn {
  std::optional<UnitId> unit;
  std::vector<RequestId> requests;
  std::string name;
  std::string position;
  std::string statement;
  std::string idempotency_key;
  std::string body_sha256;  // of the canonical command, 32 bytes
};

struct SubmittedCopy {
  RequestId request;
  BoardRef board;
};

struct SubmittedReturn {
  SubmissionId submission;
  Instant at;
  std::vector<SubmittedCopy> copies;
  bool repeated = false;  // the same key again: nothing new was done
};

// Freezes the answers, makes one delivery and one job for each request, in this transaction.
// Refuses with invalid (one field error per thing missing, "request:<id>" for a copy that is not
// ready, "statement" where it names a board other than the only one ticked), not_found for a
// request that is not open here, forbidden unless the role authorises, conflict `key-in-use` while
// the same key is under way, invalid `key-reused` when it came with another body before.
Result<SubmittedReturn> submit_return(postgres::AgencyTx& tx, const SubmitReturn& command,
                                      Instant now);

// The same in transactions of its own. When the connection is lost while the first is being made
// lasting, the key is looked up on a fresh one: what stands is answered, what does not is done
// then. Throws OutcomeUnknown when that fails too, or while the first is still under way.
Result<SubmittedReturn> submit_return(postgres::Database& database,
                                      const postgres::TokenHash& session,
                                      const SubmitReturn& command, Instant now);

// Whether these copies could be sent at this moment, so that nobody is asked for a code in vain.
// Nothing is changed. Refuses as submit_return does, but for role and key.
Result<Done> could_submit(const Workspace& workspace, const SubmitReturn& command);

// The standard words that are signed: "I have read this return …". They stand in each board's
// copy, so they tell of no other.
std::string statement_on(Date today);

}  // namespace onereturn::returns
