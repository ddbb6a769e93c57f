#include "worker/jobs/audit_log/seal_trail.hpp"

#include <thread>

#include "domain/audit_log/seal_trail.hpp"
#include "platform/crypto/digest.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

using audit_log::Horizon;
using audit_log::SealedSome;

constexpr int at_once = 1000;
constexpr int looks = 20;
constexpr std::chrono::milliseconds between_looks{25};
constexpr std::chrono::seconds pause{2};

template <class Work>
auto in_scope(const postgres::ClaimedJob& job, Services& services, Work&& work) {
  auto done = services.database.as_party_job(job.lease, std::forward<Work>(work));
  if (!done) throw JobRefused(done.problem().detail);
  return std::move(*done);
}

// Most transactions last for some milliseconds; for a longer one another job goes first.
void wait_for_older_transactions(const postgres::ClaimedJob& job, Services& services,
                                 const Horizon& horizon) {
  for (int look = 0; look < looks; ++look) {
    const bool settled = in_scope(job, services, [&](postgres::PartyJobTx& tx) {
      return Result(audit_log::has_settled(tx, horizon));
    });
    if (settled) return;
    std::this_thread::sleep_for(between_looks);
  }
  throw JobPostponed(pause, "An older transaction is still open.");
}

}  // namespace

void seal_trail(const postgres::ClaimedJob& job, Services& services) {
  const auto horizon = in_scope(
      job, services, [](postgres::PartyJobTx& tx) { return Result(audit_log::load_horizon(tx)); });
  wait_for_older_transactions(job, services, horizon);
  std::int64_t sealed = 0;
  std::int64_t gone = 0;
  for (bool more = true; more;) {
    const auto some = in_scope(job, services, [&](postgres::PartyJobTx& tx) {
      return audit_log::seal_some(tx, job.lease.job, job.lease.fence, horizon, at_once,
                                  crypto::sha256);
    });
    sealed += some.sealed;
    gone += some.gone;
    more = some.still_waiting > 0;
  }
  services.log.info("trail_sealed", {{"job", job.lease.job.text()}, {"entries", sealed}});
  if (gone > 0) {
    services.log.error("trail_entries_gone", {{"job", job.lease.job.text()}, {"entries", gone}});
  }
}

}  // namespace onereturn::worker
