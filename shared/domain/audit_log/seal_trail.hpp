#pragma once

#include "base/result.hpp"
#include "domain/audit_log/seal_store.hpp"

namespace onereturn::audit_log {

// One round of sealing.
struct SealedSome {
  int sealed = 0;
  int gone = 0;                    // entries that were taken out before they were sealed
  std::int64_t still_waiting = 0;  // within the horizon
};

// Puts up to `count` of what waits behind the chain of the job's party, in the order of their
// numbers; closes the job when nothing within the horizon waits any more. Throws StaleFence when
// another worker holds the job by now, ConstraintViolated when one wrote to the chain meanwhile:
// nothing is written then.
Result<SealedSome> seal_some(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence,
                             const Horizon& horizon, int count, const Hash& hash);

}  // namespace onereturn::audit_log
