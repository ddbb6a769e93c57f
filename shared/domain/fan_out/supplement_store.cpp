#include "domain/fan_out/supplement_store.hpp"

#include "domain/fan_out/sql.hpp"

namespace onereturn::fan_out {

std::vector<VersionLine> versions_of(postgres::BoardTx& tx, const ReturnId& id) {
  std::vector<VersionLine> all;
  for (const auto& row : tx.run(sql::return_versions, id)) {
    all.push_back({row.number("version_no"), standing_of(row.view("standing")),
                   row.instant("delivered_at"), row.instant_if("decided_at"),
                   row.text("decided_by_name"), row.text("decision_words"), row.boolean("stands")});
  }
  return all;
}

std::string decide(postgres::BoardTx& tx, const Decision& decision) {
  return tx
      .run(sql::decide_supplement, decision.id, decision.version_no, decision.accepts,
           decision.words, tx.actor().person_name, decision.at)
      .one()
      .text("outcome");
}

void announce_decision(postgres::BoardTx& tx, const ReturnId& id) {
  tx.run(sql::announce_decision, id);
}

std::vector<StoredCopy> stored_copies(postgres::AgencyTx& tx, const UnitId& unit) {
  std::vector<StoredCopy> all;
  for (const auto& row : tx.run(sql::held_copies, unit)) {
    StoredCopy copy;
    copy.held.request = row.id<RequestId>("request_id");
    copy.held.stands = row.number("latest_version");
    copy.held.stands_since =
        row.instant_if("stands_decided_at").value_or(row.instant("stands_since"));
    copy.held.newest = row.number("newest");
    copy.held.newest_standing = standing_of(row.view("standing"));
    copy.held.newest_at = row.instant("delivered_at");
    copy.held.decided_at = row.instant_if("decided_at");
    copy.held.decided_by = row.text("decided_by_name");
    copy.held.decision_words = row.text("decision_words");
    all.push_back(std::move(copy));
  }
  std::map<RequestId, StoredCopy*> by_request;
  for (auto& copy : all)
    by_request[copy.held.request] = &copy;
  if (all.empty()) return all;
  for (const auto& row : tx.run(sql::held_boxes, unit)) {
    const auto found = by_request.find(row.id<RequestId>("request_id"));
    if (found == by_request.end()) continue;
    const BoxContent content{row.text("text"), row.text("point"), row.text("state")};
    const auto number = row.text("box_no");
    const auto version = row.number("version_no");
    auto& copy = *found->second;
    if (version == copy.held.stands) copy.stands[number] = content;
    if (version == copy.held.newest) copy.newest[number] = content;
  }
  return all;
}

}  // namespace onereturn::fan_out
