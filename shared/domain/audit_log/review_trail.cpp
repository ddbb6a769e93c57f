#include "domain/audit_log/review_trail.hpp"

#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {

void record_in_review(postgres::SessionTx& tx, const Entry& entry) {
  tx.run(sql::record_entry, entry.what, entry.subject_kind, entry.subject_id, entry.detail,
         entry.personal);
}

void note_opened_in_review(postgres::SessionTx& tx, const ReturnId& id, int version, Instant at) {
  tx.run(sql::note_review_opening, id, version, at);
  record_in_review(tx,
                   {"return.opened", "return", id.text(), "version " + std::to_string(version)});
}

}  // namespace onereturn::audit_log
