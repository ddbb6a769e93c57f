#pragma once

#include "domain/audit_log/audit_log.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::audit_log {

// As record, for a job about its own party: nobody acts.
void record(postgres::PartyJobTx& tx, const Entry& entry);

}  // namespace onereturn::audit_log
