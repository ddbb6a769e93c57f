#pragma once

#include "base/date.hpp"
#include "base/ids.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to what boards learn of an agency's progress.
namespace onereturn::returns {

// What is written after this is counted the next time.
void begin_counting(postgres::AgencyJobTx& tx);
void write_progress(postgres::AgencyJobTx& tx, Instant at);
void finish_counting(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence);

}  // namespace onereturn::returns
