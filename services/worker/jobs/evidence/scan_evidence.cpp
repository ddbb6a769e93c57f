#include "worker/jobs/evidence/scan_evidence.hpp"

#include "domain/evidence/scan_evidence.hpp"
#include "platform/clamd/clamd.hpp"
#include "platform/storage/storage.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

constexpr std::chrono::seconds pause{10};
// Below the shortest lease that is usual, so that the verdict is still ours to write.
constexpr std::chrono::seconds patience{45};

std::string check(storage::Store& store, const clamd::Scanner& scanner, const AgencyId& agency,
                  const std::string& sha256) {
  // Out of custody means that an earlier try got as far as that.
  if (store.standing(agency, sha256) == storage::Standing::released) return {};
  const auto reading = store.open_for_check(agency, sha256);
  if (!reading) throw JobRefused("The file is not there any more.");
  const auto verdict =
      scanner.check([&](char* to, std::size_t most) { return reading->read(to, most); });
  if (!verdict.clean) return verdict.found;
  store.release(agency, sha256);
  return {};
}

}  // namespace

void scan_evidence(const postgres::ClaimedJob& job, Services& services) {
  if (services.evidence == nullptr || services.scanner.empty()) {
    throw JobPostponed(std::chrono::minutes{1}, "No virus scanner is set.");
  }
  auto& store = *services.evidence;
  const clamd::Scanner scanner{services.scanner, patience};
  try {
    const auto scanned = evidence::scan_evidence(
        services.database, job.lease, [&](const AgencyId& agency, const std::string& sha256) {
          return check(store, scanner, agency, sha256);
        });
    if (!scanned) throw JobRefused(scanned.problem().detail);
    services.metrics.count("onereturn_evidence_scans_total",
                           {{"verdict", scanned->found.empty() ? "clean" : "blocked"}});
  } catch (const clamd::ScannerAway& away) {
    throw JobPostponed(pause, std::string{"The virus scanner is away: "} + away.what() + ".");
  } catch (const storage::StorageUnavailable&) {
    throw JobPostponed(pause, "The store of evidence is away.");
  }
}

}  // namespace onereturn::worker
