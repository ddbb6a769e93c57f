#pragma once

#include "base/date.hpp"
#include "domain/fan_out/copy.hpp"
#include "domain/fan_out/frozen_return.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::fan_out {

struct WrittenCopy {
  bool written = false;  // false: it had been delivered before, and nothing was changed
  ReturnId id;
  int version_no = 0;
};

// Writes one board's copy with its boxes, sources, evidence, actions and receipt, closes the
// delivery and the job: one function, one transaction, or nothing at all. Throws StaleFence when
// another worker holds the job by now.
WrittenCopy write_copy(postgres::Database& database, const postgres::JobLease& lease,
                       const FrozenReturn& frozen, const Copy& copy, Instant at);

}  // namespace onereturn::fan_out
