#pragma once

#include <vector>

#include "domain/audit_log/trail.hpp"
#include "platform/postgres/rows.hpp"
#include "platform/postgres/transaction.hpp"

// The rows of one party's trail, for the job that seals it.
namespace onereturn::audit_log {

// How far may be sealed, once every transaction up to that one has ended.
struct Horizon {
  std::int64_t up_to = 0;
  std::string after_transaction;  // the database's number of a transaction
};
Horizon load_horizon(postgres::PartyJobTx& tx);
bool has_settled(postgres::PartyJobTx& tx, const Horizon& horizon);

ChainHead load_head(postgres::PartyJobTx& tx);

// What waits, oldest number first, `count` at most; `gone` are marks whose entry is not there.
struct Waiting {
  std::vector<TrailEntry> entries;
  std::vector<std::int64_t> gone;
};
Waiting load_waiting(postgres::PartyJobTx& tx, const Horizon& horizon, int count);

// Writes one seal for each entry, in order; `heads` are the chain's head after each. Throws
// ConstraintViolated when another worker has written there. Answers how many still wait.
std::int64_t insert_seals(postgres::PartyJobTx& tx, const Waiting& sealed,
                          const std::vector<ChainHead>& heads, const Horizon& horizon);

void finish_sealing(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence);

// One row with the columns of trail_entries.sql or verified_links.sql.
TrailEntry entry_from(const postgres::Row& row);

}  // namespace onereturn::audit_log
