#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/date.hpp"
#include "base/ids.hpp"

namespace onereturn::evidence {

// Evidence of the agency, what cites it in one unit, and the boards that may open it. A board that
// may not does not learn that it exists.
struct KeptEvidence {
  EvidenceId evidence;
  std::string title;
  std::string kept_where;  // "available on request", and where; empty for an upload
  std::optional<Date> effective_on;
  int version = 1;
  std::set<std::string> requirements;                 // answers that cite it
  std::set<std::pair<RequestId, std::string>> boxes;  // boxes of a board's own form that do
  std::set<BoardId> granted;
};

}  // namespace onereturn::evidence
