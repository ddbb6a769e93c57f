#include "domain/audit_log/anchor_trails.hpp"

#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {

std::vector<AnchoredHead> heads_to_anchor(postgres::SystemTx& tx) {
  std::vector<AnchoredHead> heads;
  for (const postgres::Row row : tx.run(sql::heads_to_anchor)) {
    heads.push_back({row.id<PartyId>("party_id"), {row.integer("sealed"), row.bytes("head")}});
  }
  return heads;
}

void note_anchored(postgres::SystemTx& tx, const std::vector<AnchoredHead>& heads) {
  std::vector<PartyId> parties;
  std::vector<std::int64_t> links;
  for (const auto& each : heads) {
    parties.push_back(each.party);
    links.push_back(each.head.count);
  }
  tx.run(sql::note_anchored, parties, links);
}

}  // namespace onereturn::audit_log
