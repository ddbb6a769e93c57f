#include "worker/jobs/agency_register/join.hpp"

#include "domain/agency_register/finish_join.hpp"

namespace onereturn::worker {

void join(const postgres::ClaimedJob& job, Services& services) {
  agency_register::finish_join(services.database, job.lease, services.clock());
}

}  // namespace onereturn::worker
