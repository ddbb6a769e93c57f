#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// A subject as the form sends it: a requirement for every board that asks it; a requirement for one
// board alone (with its request); or an item, or a section, of one board (by its request).
struct Subject {
  std::string requirement;
  RequestId request;
  std::string item;

  bool operator==(const Subject&) const = default;
};

struct WriteCommitment {
  std::optional<UnitId> unit;  // nothing: the session's own unit, or the whole agency
  std::string what;
  std::string how;
  std::string lead;
  std::optional<Date> by_on;
  std::string area;
  std::string change;
  std::vector<Subject> subjects;
};

// The agency's own promises to act. Each refuses with invalid when what, lead or date is missing
// or too long or there is no subject, with not_found for a foreign or unknown commitment, request
// or requirement, with forbidden for a role that does not write.
Result<CommitmentId> add_commitment(postgres::AgencyTx& tx, const WriteCommitment& words);
Result<Done> change_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment,
                               const WriteCommitment& words);
// Refuses with conflict once a copy that carries it was sent.
Result<Done> remove_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment);

}  // namespace onereturn::returns
