#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evidence {

// Evidence that is available on request: what it is, where it is kept, which answers cite it and
// which boards may open it. The other boards do not learn that it exists.
struct WriteEvidence {
  std::optional<UnitId> unit;  // nothing: the session's own unit, or the whole agency
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::vector<std::string> requirements;
  std::vector<BoardId> boards;
  std::optional<Instant> at = {};  // business time; nothing: the database's clock
};

// Refuses with invalid (title, kept_where), not_found for a requirement that does not exist or a
// board that asks nothing here, forbidden for a role that does not write. Changing and granting are
// refused with forbidden to a session of one unit where the evidence is not that unit's, or where
// others cite it too. A piece of another unit is not there.
Result<EvidenceId> add_evidence(postgres::AgencyTx& tx, const WriteEvidence& words);
Result<Done> change_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                             const WriteEvidence& words);
// Cites evidence that is there already.
Result<Done> cite_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                           const std::optional<UnitId>& unit, const std::string& requirement);
Result<Done> stop_citing(postgres::AgencyTx& tx, const EvidenceId& evidence,
                         const std::optional<UnitId>& unit, const std::string& requirement);
// Exactly these boards may open it from now on.
Result<Done> grant_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                            const std::vector<BoardId>& boards);

}  // namespace onereturn::evidence
