#pragma once

#include <optional>
#include <string>

#include "base/ids.hpp"

namespace onereturn {

// Who acts in a transaction, as the database found out from the session or the job. Names are for
// display and for the audit trail.
struct Actor {
  PersonId person;
  std::string person_name;
  PartyId party;
  std::string party_name;
  std::string party_kind;  // "agency", "board", "operator", "nation"
  std::string role;        // "lead", "contributor", "authoriser", "manager", "chair", ...
  std::optional<UnitId> unit;
};

}  // namespace onereturn
