#include "domain/audit_log/record.hpp"

#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {
namespace {

void write(postgres::Transaction& tx, const Entry& entry) {
  tx.run(sql::record_entry, entry.what, entry.subject_kind, entry.subject_id, entry.detail,
         entry.personal);
}

}  // namespace

void record(postgres::AgencyTx& tx, const Entry& entry) { write(tx, entry); }

void record(postgres::BoardTx& tx, const Entry& entry) { write(tx, entry); }

void record(postgres::AgencyJobTx& tx, const Entry& entry) { write(tx, entry); }

void record_each(postgres::BoardTx& tx, const Entry& entry,
                 const std::vector<std::string>& subject_ids) {
  if (subject_ids.empty()) return;
  tx.run(sql::record_entries, entry.what, entry.subject_kind, subject_ids, entry.detail);
}

}  // namespace onereturn::audit_log
