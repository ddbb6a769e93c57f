#pragma once

#include <optional>
#include <string>

#include "base/ids.hpp"

namespace onereturn::gateway {

// Who is signed in, for decorating pages and for the table of routes. It may be half a minute old
// and authorises nothing about rows: each transaction checks token_hash again in the database.
struct Session {
  std::string token_hash;  // 32 bytes
  PersonId person;
  std::string person_name;
  PartyId party;
  std::string party_name;
  std::string party_kind;  // "agency", "board", "operator", "nation"
  std::string role;        // "lead", "contributor", "authoriser", "manager", "chair" …
  std::optional<UnitId> unit;
  bool by_bearer = false;  // an API token rather than a browser's cookie

  bool is_agency() const { return party_kind == "agency"; }
  bool is_board() const { return party_kind == "board"; }
};

}  // namespace onereturn::gateway
