#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"

namespace onereturn::gateway {

// For a route that every program may use.
inline constexpr std::string_view any_scope = "*";

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

  // What a program was let in for; nothing for a person, who may do all that the role may.
  std::optional<std::vector<std::string>> scopes = std::nullopt;

  // True unless it is a program without that scope. No program may do what needs no scope at all.
  bool allows(std::string_view scope) const {
    return !scopes || scope == any_scope ||
           std::find(scopes->begin(), scopes->end(), scope) != scopes->end();
  }
  bool is_agency() const { return party_kind == "agency"; }
  bool is_board() const { return party_kind == "board"; }
};

}  // namespace onereturn::gateway
