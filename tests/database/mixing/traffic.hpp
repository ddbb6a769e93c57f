#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "platform/postgres/database.hpp"

namespace onereturn::testing {

// What a round of mixed transactions came to.
struct Mixed {
  std::int64_t attempts = 0;               // transactions, and looks at what they left behind
  std::vector<std::string> leaks;          // what one party saw, changed or left for another
  std::vector<std::string> surprises;      // endings that no kind of transaction has
  std::map<std::string, std::int64_t> by;  // transactions by what they were meant to be
};

// Plays so many transactions of twenty parties over one Database from several threads: reads,
// writes, tries on other parties' rows, what is refused, what throws, what leaves settings and
// locks behind on purpose; meanwhile connections are cut and statements cancelled. Each transaction
// looks whether it sees its own party alone, and after each one another looks at what the
// connection holds. `lent` as in Database::Settings: the seed is printed.
Mixed mix(postgres::Database& database, int transactions);

// Writes the figures of a round: isolation.pool_<way>.json.
void write_mixed_figures(const std::string& way, const Mixed& mixed);

}  // namespace onereturn::testing
