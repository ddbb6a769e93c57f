#include "worker/jobs/evidence/look_after_evidence.hpp"

#include <algorithm>

#include "domain/evidence/remove_unused.hpp"
#include "domain/evidence/upkeep_store.hpp"
#include "domain/notifications/remind_of_evidence.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

constexpr std::chrono::seconds pause{60};

struct Told {
  std::vector<PartyId> parties;  // the agency, then the rooms that were merged into it
  int mails = 0;
};

std::vector<evidence::Unclaimed> unclaimed_of(storage::Store& store,
                                              const std::vector<PartyId>& parties) {
  std::vector<evidence::Unclaimed> found;
  for (const auto& each : store.in_custody_since(unclaimed_after)) {
    if (std::find(parties.begin(), parties.end(), each.tenant) == parties.end()) continue;
    // What the agency has itself waits for nobody under the name of a room that was closed.
    if (each.tenant != parties.front() &&
        store.standing(parties.front(), each.content.sha256) != storage::Standing::absent) {
      store.remove(each.tenant, each.content.sha256);
      continue;
    }
    found.push_back({each.content.sha256, each.content.size});
  }
  return found;
}

int remove_what_nobody_needs(const postgres::JobLease& lease, const std::vector<PartyId>& parties,
                             Services& services) {
  if (services.evidence == nullptr) return 0;
  auto& store = *services.evidence;
  try {
    const auto gone =
        evidence::remove_unused(services.database, lease, unclaimed_of(store, parties),
                                services.clock(), [&](const std::string& sha256) {
                                  for (const auto& party : parties)
                                    store.remove(party, sha256);
                                });
    if (!gone) throw JobRefused(gone.problem().detail);
    return *gone;
  } catch (const storage::StorageUnavailable&) {
    throw JobPostponed(pause, "The store of evidence is away.");
  }
}

}  // namespace

void look_after_evidence(const postgres::ClaimedJob& job, Services& services) {
  const auto told =
      services.database.as_agency_job(job.lease, [&](postgres::AgencyJobTx& tx) -> Result<Told> {
        const auto mails = notifications::remind_of_evidence(tx, services.clock());
        if (!mails) return mails.problem();
        return Told{evidence::load_keeping_parties(tx), *mails};
      });
  if (!told) throw JobRefused(told.problem().detail);
  const int gone = remove_what_nobody_needs(job.lease, told->parties, services);
  const auto closed =
      services.database.as_agency_job(job.lease, [&](postgres::AgencyJobTx& tx) -> Result<Done> {
        evidence::finish_upkeep(tx, job.lease.job, job.lease.fence);
        return Done{};
      });
  if (!closed) throw JobRefused(closed.problem().detail);
  services.log.info("evidence_looked_after", {{"mails", std::int64_t{told->mails}},
                                              {"contents_removed", std::int64_t{gone}}});
}

}  // namespace onereturn::worker
