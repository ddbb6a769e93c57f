#include "domain/evidence/scan_evidence.hpp"

#include "base/fault.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/upkeep_store.hpp"

namespace onereturn::evidence {

Result<Scanned> scan_evidence(postgres::Database& database, const postgres::JobLease& lease,
                              const CheckContent& check) {
  const auto blob =
      database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<BlobToScan> {
        const auto found = blob_to_scan(tx);
        if (!found) {
          return Problem{ProblemCode::not_found, "not-found", "There is no such file.", {}};
        }
        return *found;
      });
  if (!blob) return blob.problem();
  FAULT("scan.read");
  Scanned scanned{blob->agency, blob->sha256, check(blob->agency, blob->sha256)};
  FAULT("scan.released");
  return database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<Scanned> {
    note_scan(tx, scanned.found, lease.job, lease.fence);
    // The file goes when the store is looked after, which this asks for: of a worker that is killed
    // here, or a second upload of the same bytes, nothing is left over or lost.
    if (!scanned.found.empty()) wake_at_once(tx);
    audit_log::record(tx, {scanned.found.empty() ? "evidence.clean" : "evidence.blocked",
                           "evidence_blob", lease.job.text(), scanned.found});
    FAULT("scan.committing");
    return scanned;
  });
}

}  // namespace onereturn::evidence
