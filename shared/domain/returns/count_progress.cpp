#include "domain/returns/count_progress.hpp"

#include "domain/returns/progress_store.hpp"

namespace onereturn::returns {

void count_progress(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence, Instant at) {
  begin_counting(tx);
  write_progress(tx, at);
  finish_counting(tx, job, fence);
}

}  // namespace onereturn::returns
