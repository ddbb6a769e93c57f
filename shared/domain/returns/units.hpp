#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/mapping/mapping.hpp"

// An agency is a tree of units. What is the same for all of them is answered once above, and each
// unit takes it over, adds to it, or answers for itself.
namespace onereturn::returns {

// The levels of single parts, where they were stated.
using Parts = std::map<std::string, frameworks::LevelRange>;

// The latest confirmed answer of the nearest unit above that has one.
struct CommonAnswer {
  UnitId from;
  std::string from_name;
  int version = 0;
  std::string by;
  std::optional<Date> on;
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  mapping::Texts texts;
  Parts parts;
};

// What a unit took over, and what it added. `taken` is the common text as it was then.
struct InheritedAnswer {
  UnitId from;
  std::string from_name;
  int version = 0;
  mapping::Texts here;
  mapping::Texts taken;
  bool taken_not_applicable = false;
  Parts taken_parts;
  bool takes_parts = false;  // it stands at the level of what it took, so the parts are its own too
  bool changed = false;      // the common answer says something else by now
};

// The same for one box of a board's own form; only words are ever common there.
struct CommonText {
  UnitId from;
  std::string from_name;
  int version = 0;
  std::string text;
};

struct InheritedText {
  UnitId from;
  int version = 0;
  std::string here;
  std::string taken;
  bool changed = false;
};

// What a unit wrote into the same box for an earlier request of the same board.
struct EarlierText {
  std::string text;
  std::optional<Date> on;
};

// Common text first, then what is particular to the unit, a blank line between them.
std::string with_here(const std::string& common, const std::string& here);
mapping::Texts with_here(const mapping::Texts& common, const mapping::Texts& here);

// The parts that stand in a unit's answer: those it states itself; else, at the level of the common
// answer, the common ones. What equals the parts that it took before it has not stated itself.
Parts parts_to_take(const Parts& stated, const Parts& taken_before, std::optional<int> level,
                    const CommonAnswer& common);

// Whether what was taken over is no longer what stands above. A new version that says the same is
// no change; nor is the end of the common answer, which leaves the unit's text as it is.
bool has_changed(const InheritedAnswer& inherited, const CommonAnswer* above);
bool has_changed(const InheritedText& inherited, const CommonText* above);

}  // namespace onereturn::returns
