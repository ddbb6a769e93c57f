#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/mapping/mapping.hpp"

// The arithmetic of levels. Every facet stands at a level 0 to 4; a set of facets is at 0 when all
// are 0, at the lowest when all are at least 2, and at 1 otherwise.
namespace onereturn::mapping {

// The level of two disjoint sets taken together, from the level of each: 0 when both are 0, the
// lower when both are at least 2, else 1. It does not matter in which order sets are joined.
int joined(int one, int other);

// Every level that the two sets may have together, when each may be at any of its own.
LevelSet joined(LevelSet one, LevelSet other);

// What an answer says of the parts of its requirement: the level of the whole, when stated, and
// the levels of single parts.
struct Statement {
  std::optional<int> level;
  std::map<std::string, LevelRange> parts;
};

Statement statement_of(const Answer& answer);

// Every level that the facets in `asked` may have together, over every assignment of levels to all
// of `facets` that agrees with the statement. Facets in `asked` that are not in `facets` are left
// aside. Empty when no assignment agrees (the level and the parts contradict each other), or when
// nothing of `facets` is asked.
LevelSet possible_levels(const std::vector<std::string>& facets, const std::set<std::string>& asked,
                         const Statement& statement);

// The levels that the requirement itself may have, by its parts alone: one level when the parts
// decide it, which is then the requirement's level.
LevelSet levels_of_whole(const std::vector<std::string>& facets,
                         const std::map<std::string, LevelRange>& parts);

// True when the statement says something about everything asked: the level of the whole, or each
// asked part.
bool says_enough(const std::set<std::string>& asked, const Statement& statement);

}  // namespace onereturn::mapping
