#include "worker/anchor_trails.hpp"

#include "base/fault.hpp"
#include "domain/audit_log/anchor_trails.hpp"
#include "platform/crypto/digest.hpp"

namespace onereturn::worker {
namespace {

std::vector<audit_log::AnchoredHead> grown(Services& services) {
  return *services.database.as_system(
      [](postgres::SystemTx& tx) { return Result(audit_log::heads_to_anchor(tx)); });
}

}  // namespace

void anchor_trails(Services& services) {
  if (services.anchors == nullptr) return;
  std::vector<audit_log::AnchoredHead> heads;
  try {
    services.anchors->append(
        [&](std::string_view last) {
          heads = grown(services);
          if (heads.empty()) return std::string{};
          FAULT("anchor.appending");
          // The computer's clock: business time may be a day of its own.
          return audit_log::next_line(last, to_iso(system_clock()()), heads, crypto::sha256);
        },
        [&] {
          FAULT("anchor.lasting");
          (void)services.database.as_system([&](postgres::SystemTx& tx) {
            audit_log::note_anchored(tx, heads);
            FAULT("anchor.noted");
            return Result(Done{});
          });
        });
  } catch (const storage::StorageFull&) {
    services.log.error("anchors_full");
    return;
  } catch (const storage::StorageUnavailable&) {
    services.log.error("anchors_away");
    return;
  }
  if (!heads.empty()) {
    services.log.info("trails_anchored", {{"parties", static_cast<std::int64_t>(heads.size())}});
  }
}

}  // namespace onereturn::worker
