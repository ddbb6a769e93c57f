#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/questions/support.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::questions {

struct LogSupport {
  SupportId id;  // comes with the form: pressed twice it is noted once
  std::string kind;
  std::optional<Date> on;
  std::string on_error;  // what is wrong with the day that was typed
  std::string who;
  std::string notes;
  std::vector<EntryId> entries;
};

// Refuses with invalid: "kind" that is none, "on-day" missing, impossible or in the future, "who"
// missing, "notes" too long, "entries" without one or with too many; not_found for an organisation
// that is not in this board's register; forbidden for a role that only reads.
Result<Done> log_support(postgres::BoardTx& tx, const LogSupport& log, Instant now);

// Crossed out: it stays, and counts no more. Twice is once.
Result<Done> strike_support(postgres::BoardTx& tx, const SupportId& id, Instant now);

}  // namespace onereturn::questions
