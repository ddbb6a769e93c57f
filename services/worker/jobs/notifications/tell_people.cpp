#include "worker/jobs/notifications/tell_people.hpp"

#include "domain/notifications/tell_people.hpp"

namespace onereturn::worker {

void tell_people(const postgres::ClaimedJob& job, Services& services) {
  const auto today = day_in_england(services.clock());
  const int told = notifications::tell_people(services.database, job.lease, today);
  services.log.info("people_told", {{"job", job.lease.job.text()}, {"mails", std::int64_t{told}}});
}

}  // namespace onereturn::worker
