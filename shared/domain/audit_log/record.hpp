#pragma once

#include <string>
#include <vector>

#include "domain/audit_log/audit_log.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::audit_log {

// Writes the entry into the trail of the party that acts, in the transaction that causes it: both
// stand or neither does. Throws what Transaction::run throws.
void record(postgres::AgencyTx& tx, const Entry& entry);
void record(postgres::BoardTx& tx, const Entry& entry);
void record(postgres::AgencyJobTx& tx, const Entry& entry);
// The same said of each of these subjects, in one statement.
void record_each(postgres::BoardTx& tx, const Entry& entry,
                 const std::vector<std::string>& subject_ids);

}  // namespace onereturn::audit_log
