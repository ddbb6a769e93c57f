#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::evidence {

// Takes a content out of the store, for good. Repeating changes nothing. Throws when it cannot.
using RemoveContent = std::function<void(const std::string& sha256)>;

// A content of the agency's in the store, of which nobody has said yet whose it is.
struct Unclaimed {
  std::string sha256;
  std::uint64_t size = 0;
};

// Removes from the store what nothing has needed for unused_days (nothing: no piece in use, nothing
// frozen, granted, delivered or given to a board), what no row knows, and what the virus check
// found something in. First the row says that a
// content is leaving, then the file goes, then the row says that it is gone, with an entry in the
// trail: wherever this stops, the next time goes on from there, and an upload of the same content
// in between is a new one. Answers how many have gone. Throws StaleFence.
Result<int> remove_unused(postgres::Database& database, const postgres::JobLease& lease,
                          const std::vector<Unclaimed>& unclaimed, Instant now,
                          const RemoveContent& remove);

}  // namespace onereturn::evidence
