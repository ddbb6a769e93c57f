#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace onereturn::postgres {

// One file of schemas/database/migrations: its number, its whole name and its text.
struct Migration {
  int number = 0;
  std::string name;
  std::string text;
};

struct MigrationReport {
  int already = 0;                   // applied by an earlier run
  std::vector<std::string> applied;  // names, in order, by this run
};

// Brings the database that `connection` names up to date, as the owner: forward only, in order,
// each migration in a transaction of its own together with its entry in migrations.applied.
// Refuses with conflict when another migration is running, when an applied text was changed
// afterwards, when the database is newer than the files, or when the server is not a safe one
// (PostgreSQL 15 below 15.20); with invalid when the numbers have a gap. A migration that waits a
// second for a lock gives up, so that it never holds the service back. Throws StatementFailed,
// ConstraintViolated, StoreUnavailable; the migrations before the failed one stay.
Result<MigrationReport> migrate(const std::string& connection,
                                const std::vector<Migration>& migrations);

}  // namespace onereturn::postgres
