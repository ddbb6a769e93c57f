#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// Who works on what, and what colleagues say to each other. Nothing of this ever leaves the
// agency: it stands in no copy, no export to a board, no mail to one.
namespace onereturn::returns {

using AssignmentId = Id<struct AssignmentTag>;
using RemarkId = Id<struct RemarkTag>;

struct Colleague {
  PersonId person;
  std::string name;
  std::string position;
  bool writes = false;
};

// kind: "standard", "question" or "section" (of one board's own form).
struct Place {
  std::string kind;
  std::string code;

  auto operator<=>(const Place&) const = default;
};

struct Assignment {
  AssignmentId assignment;
  UnitId unit;
  Place place;
  PersonId person;
  std::string person_name;
  bool here = true;  // still acts for the agency
  std::string note;
  std::optional<Date> by_on;
  std::string given_by;
};

struct Remark {
  RemarkId remark;
  UnitId unit;
  Place place;
  std::string text;
  bool missing = false;  // says that a part is missing
  std::optional<PersonId> for_person;
  std::string for_name;
  std::string by;
  Instant at;
  std::optional<Instant> settled_at;
  std::string settled_by;
};

struct Present {
  std::string name;
  Instant seen_at;
};

// What stands beside one question or section.
struct Beside {
  std::vector<Assignment> assignments;  // of the place, or of the standard that it is in
  std::vector<Remark> remarks;          // oldest first, settled ones included
  std::vector<Present> present;         // colleagues who looked at it within some minutes
};

// Everything that one unit's people share out among themselves.
struct SharedWork {
  std::vector<Colleague> colleagues;  // who may write for the unit today
  std::vector<Assignment> assignments;
  std::vector<Remark> open_remarks;  // not settled yet
};

}  // namespace onereturn::returns
