#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "domain/audit_log/anchors.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::audit_log {

// What was found about one party's trail.
struct VerifiedTrail {
  PartyId party;
  std::string name;
  std::int64_t entries = 0;
  std::int64_t waiting = 0;
  std::int64_t erased = 0;    // payloads that were taken out, as may be
  ChainHead head;             // as it stands in the database
  std::int64_t anchored = 0;  // the longest that an anchor says
  std::vector<std::string> faults;

  bool sound() const { return faults.empty(); }
};

struct VerifyAsked {
  std::optional<PartyId> party;  // nothing: all of them
  bool with_anchors = true;
  std::chrono::seconds waiting_max{900};
};

// What the database says of a party's chain beside the chain itself. Read before the anchors are,
// so that whatever is added meanwhile is no fault.
struct NotedTrail {
  PartyId party;
  std::string name;
  std::int64_t entries = 0;
  std::int64_t links = 0;
  std::int64_t anchored = 0;
};
std::vector<NotedTrail> noted_trails(postgres::BackupTx& tx, const VerifyAsked& asked);

// Computes the chain again and compares it with what the anchors say.
VerifiedTrail verify_trail(postgres::BackupTx& tx, const NotedTrail& noted,
                           const VerifyAsked& asked, const AnchorReader& anchors, const Hash& hash);

}  // namespace onereturn::audit_log
