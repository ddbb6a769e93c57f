#include "domain/audit_log/record_for_job.hpp"

#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {

void record(postgres::PartyJobTx& tx, const Entry& entry) {
  tx.run(sql::record_entry, entry.what, entry.subject_kind, entry.subject_id, entry.detail,
         entry.personal);
}

}  // namespace onereturn::audit_log
