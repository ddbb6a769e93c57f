#include "domain/evidence/remove_unused.hpp"

#include "base/fault.hpp"
#include "base/hex.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/upkeep_store.hpp"

namespace onereturn::evidence {

namespace {

// What the check found something in. Held while it goes, as what is leaving is.
Result<Done> remove_blocked(postgres::Database& database, const postgres::JobLease& lease,
                            const RemoveContent& remove) {
  const auto blocked = database.as_agency_job(
      lease, [](postgres::AgencyJobTx& tx) { return Result(contents_blocked(tx)); });
  if (!blocked) return blocked.problem();
  for (const auto& sha256 : *blocked) {
    const auto done = database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<Done> {
      if (!hold_blocked(tx, sha256)) return Done{};
      remove(sha256);
      FAULT("removal.blocked");
      return Done{};
    });
    if (!done) return done.problem();
  }
  return Done{};
}

}  // namespace

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
  FAULT("removal.marked");
  int gone = 0;
  for (const auto& sha256 : *leaving) {
    // The row is held while the file goes: whoever sends the same content now waits, then finds it
    // gone and begins anew.
    const auto done = database.as_agency_job(lease, [&](postgres::AgencyJobTx& tx) -> Result<int> {
      if (!hold_leaving(tx, sha256)) return 0;
      remove(sha256);
      FAULT("removal.file_gone");
      mark_gone(tx, sha256);
      audit_log::record(tx, {"evidence.content_removed", "content", to_hex(sha256), ""});
      FAULT("removal.committing");
      return 1;
    });
    if (!done) return done.problem();
    gone += *done;
  }
  const auto cleared = remove_blocked(database, lease, remove);
  if (!cleared) return cleared.problem();
  return gone;
}

}  // namespace onereturn::evidence
