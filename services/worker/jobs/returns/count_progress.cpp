#include "worker/jobs/returns/count_progress.hpp"

#include "domain/returns/count_progress.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {

void count_progress(const postgres::ClaimedJob& job, Services& services) {
  const auto done =
      services.database.as_agency_job(job.lease, [&](postgres::AgencyJobTx& tx) -> Result<Done> {
        returns::count_progress(tx, job.lease.job, job.lease.fence, services.clock());
        return Done{};
      });
  if (!done) throw JobRefused(done.problem().detail);
}

}  // namespace onereturn::worker
