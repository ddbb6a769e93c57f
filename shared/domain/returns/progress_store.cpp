#include "domain/returns/progress_store.hpp"

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

void begin_counting(postgres::AgencyJobTx& tx) { tx.run(sql::begin_progress); }

void write_progress(postgres::AgencyJobTx& tx, Instant at) { tx.run(sql::count_progress, at); }

void finish_counting(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence) {
  tx.run(sql::finish_job, job, fence);
}

}  // namespace onereturn::returns
