#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// People, the roles they hold, and their sessions. Passwords and tokens never come in here: only
// what a verifier said about them, and digests.
namespace onereturn::identity {

// One role that a person holds for one party. A session is for exactly one of these.
struct Membership {
  MembershipId membership;
  PartyId party;
  std::string party_name;
  std::string party_kind;  // "agency", "board", "operator", "nation"
  std::optional<UnitId> unit;
  std::string role;      // "contributor", "lead", "authoriser", "manager", "chair" …
  std::string position;  // "Detective Inspector", as it may stand beside a signature

  bool operator==(const Membership&) const = default;
};

// A person whose password was right, with the roles to choose from (at least one).
struct KnownPerson {
  PersonId person;
  std::vector<Membership> memberships;
};

// What a new session is about. The token itself is the caller's; the database has its digest.
struct StartedSession {
  PersonId person;
  Membership membership;
  Instant expires_at;
};

// Who a session is, and in which of their roles.
struct SignedInPerson {
  KnownPerson person;
  std::string name;
  MembershipId acting_as;
};

}  // namespace onereturn::identity
