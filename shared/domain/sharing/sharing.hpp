#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// Sight: what a board lets a council look at, in parts, from one day until another. It is
// read-only, it is the board's to give, and it ends at once when the board says so.
namespace onereturn::sharing {

using SightId = Id<struct SightTag>;

// One part that can be granted, as data: what it is called in a row and on pages.
struct SightPart {
  std::string_view code;
  std::string_view title;
  std::string_view words;  // what it shows
};

struct Grant {
  SightId id;
  BoardId board;
  std::string board_name;
  PartyId council;
  std::string council_name;
  std::vector<std::string> parts;  // codes
  Date from{};
  Date until{};
  std::string words;
  Instant granted_at{};
  std::string granted_by;  // "" for the council
  std::optional<Instant> ended_at;
  std::string ended_by;  // "" for the council

  bool holds(std::string_view part) const {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  }
};

enum class GrantState { ahead, standing, over, ended };

// What a manager asks for.
struct GrantSight {
  std::string number;  // the council's, as typed
  std::vector<std::string> parts;
  std::optional<Date> from;
  std::optional<Date> until;
  std::string words;
  Instant at{};
};

}  // namespace onereturn::sharing
