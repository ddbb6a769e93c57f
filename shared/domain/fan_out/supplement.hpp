#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/fan_out/fan_out.hpp"

// A later version of a return, offered to the board that holds an older one.
namespace onereturn::fan_out {

// What became of one box.
struct BoxDifference {
  mapping::RenderedBox before;
  mapping::RenderedBox after;
};

// What became of one action or one piece of evidence: in words, one of them empty where it is new
// or gone.
struct LineDifference {
  std::string before;
  std::string after;
};

struct Difference {
  std::vector<BoxDifference> boxes;
  std::vector<LineDifference> actions;
  std::vector<LineDifference> evidence;

  bool none() const { return boxes.empty() && actions.empty() && evidence.empty(); }
};

// One version in the list of all.
struct VersionLine {
  int version_no = 1;
  Standing standing = Standing::accepted;
  Instant delivered_at;
  std::optional<Instant> decided_at;
  std::string decided_by;
  std::string decision_words;
  bool stands = false;  // the one that the board works with
};

// What the board decides on, and what it decided before.
struct Supplement {
  DeliveredCopy stands;
  std::optional<DeliveredCopy> offered;  // nothing: nothing waits
  Difference difference;
  std::vector<VersionLine> versions;  // newest first
};

// How a board's copy is to what the agency would send now.
enum class CopyAge {
  current,   // it says the same
  older,     // it says something else, and nothing of it is under way
  offered,   // it says something else, and just that waits for the board
  declined,  // it says something else, and the board did not take just that
};

// One board's copy, from the agency's side.
struct HeldCopy {
  RequestId request;
  int stands = 1;
  Instant stands_since;
  int newest = 1;
  Standing newest_standing = Standing::accepted;
  Instant newest_at;
  std::optional<Instant> decided_at;
  std::string decided_by;
  std::string decision_words;
  CopyAge age = CopyAge::current;
  int changed = 0;  // boxes that would say something else
};

}  // namespace onereturn::fan_out
