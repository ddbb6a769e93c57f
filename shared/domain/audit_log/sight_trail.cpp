#include "domain/audit_log/sight_trail.hpp"

#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {
namespace {

std::string looker(const postgres::SessionTx& tx) {
  return tx.actor().person_name + ", " + tx.actor().party_name;
}

}  // namespace

void record_in_sight(postgres::SessionTx& tx, const Entry& entry) {
  tx.run(sql::record_sight_entry, entry.what, entry.subject_kind, entry.subject_id, entry.detail,
         entry.personal.empty() ? looker(tx) : entry.personal);
}

void note_opened_in_sight(postgres::SessionTx& tx, const ReturnId& id, int version, Opened what,
                          Instant at) {
  const bool evaluation = what == Opened::evaluation;
  tx.run(sql::note_sight_opening, id, version, evaluation ? "evaluation" : "return",
         tx.actor().party_name, at);
  record_in_sight(tx, {evaluation ? "evaluation.opened" : "return.opened", "return", id.text(),
                       "version " + std::to_string(version)});
}

}  // namespace onereturn::audit_log
