#include "worker/jobs/fan_out/deliver_copy.hpp"

#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {

void deliver_copy(const postgres::ClaimedJob& job, Services& services) {
  const auto delivered =
      fan_out::deliver_copy(services.database, job.lease, services.at_hand, crypto::sha256,
                            crypto::random_bytes, services.clock());
  if (!delivered) {
    throw JobRefused(delivered.problem().detail);
  }
}

}  // namespace onereturn::worker
