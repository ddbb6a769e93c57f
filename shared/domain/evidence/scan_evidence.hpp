#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::evidence {

// What the virus check says of one content: "" when it is clean, else what was found in it. Throws
// when it cannot say.
using CheckContent = std::function<std::string(const AgencyId& agency, const std::string& sha256)>;

struct Scanned {
  AgencyId agency;
  std::string sha256;
  std::string found;
};

// Has the content of this job checked, and writes down what was found: two transactions with the
// check between them. Once it is done it is not done again. Of a content with something in it the
// file is taken out by the next look after the store, which comes at once. Refuses with not_found
// when there is no such content. Throws StaleFence when another worker holds the job by now.
Result<Scanned> scan_evidence(postgres::Database& database, const postgres::JobLease& lease,
                              const CheckContent& check);

}  // namespace onereturn::evidence
