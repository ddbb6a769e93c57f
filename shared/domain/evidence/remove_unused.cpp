#include "domain/evidence/remove_unused.hpp"

#include "base/hex.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/upkeep_store.hpp"

namespace onereturn::evidence {

Result<int> remove_unused(postgres::Database& database, const postgres::JobLease& lease,
                          const std::vector<Unclaimed>& unclaimed, Instant now,
                          const RemoveContent& remove) {
  const auto before = now - std::chrono::days{unused_days};
  const auto leaving = database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) {
    for (const auto& found : unclaimed)
      adopt_content(tx, found.sha256, found.size, now);
    mark_unused(tx, before, now);
    return Result(contents_leaving(tx));
  });
  if (!leaving) return leaving.problem();
  int gone = 0;
  for (const auto& sha256 : *leaving) {
    // The row is held while the file goes: whoever sends the same content now waits, then finds it
    // gone and begins anew.
    const auto done = database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<int> {
      if (!hold_leaving(tx, sha256)) return 0;
      remove(sha256);
      mark_gone(tx, sha256);
      audit_log::record(tx, {"evidence.content_removed", "content", to_hex(sha256), ""});
      return 1;
    });
    if (!done) return done.problem();
    gone += *done;
  }
  return gone;
}

}  // namespace onereturn::evidence
