#include "domain/evidence/scan_evidence.hpp"

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
  Scanned scanned{blob->agency, blob->sha256, check(blob->agency, blob->sha256), {}};
  return database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<Scanned> {
    scanned.parties = load_keeping_parties(tx);
    note_scan(tx, scanned.found, lease.job, lease.fence);
    audit_log::record(tx, {scanned.found.empty() ? "evidence.clean" : "evidence.blocked",
                           "evidence_blob", lease.job.text(), scanned.found});
    return scanned;
  });
}

}  // namespace onereturn::evidence
