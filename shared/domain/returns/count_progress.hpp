#pragma once

#include <cstdint>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// How far the agency of this job is with each request that is open for it, for the boards that ask:
// questions, drafted, confirmed, and nothing else. What was confirmed more than a year ago is
// neither. Closes the job in the same transaction; throws StaleFence when another worker holds it.
void count_progress(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence, Instant at);

}  // namespace onereturn::returns
