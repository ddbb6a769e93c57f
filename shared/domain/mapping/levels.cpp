#include "domain/mapping/levels.hpp"

#include <algorithm>
#include <array>

#include "base/ensure.hpp"

namespace onereturn::mapping {

using frameworks::highest_level;
using frameworks::lowest_level;

LevelSet LevelSet::range(LevelRange range) {
  LevelSet result;
  for (int level = range.low; level <= range.high; ++level)
    result.add(level);
  return result;
}

int LevelSet::size() const {
  int count = 0;
  for (int level = lowest_level; level <= highest_level; ++level)
    count += contains(level) ? 1 : 0;
  return count;
}

LevelRange LevelSet::interval() const {
  ENSURE(!empty(), "an empty set of levels has no interval");
  LevelRange result{highest_level, lowest_level};
  for (const int level : levels()) {
    result.low = std::min(result.low, level);
    result.high = std::max(result.high, level);
  }
  return result;
}

std::vector<int> LevelSet::levels() const {
  std::vector<int> result;
  for (int level = lowest_level; level <= highest_level; ++level) {
    if (contains(level)) result.push_back(level);
  }
  return result;
}

int joined(int one, int other) {
  if (one == 0 && other == 0) return 0;
  if (one >= 2 && other >= 2) return std::min(one, other);
  return 1;
}

LevelSet joined(LevelSet one, LevelSet other) {
  LevelSet result;
  for (const int a : one.levels()) {
    for (const int b : other.levels())
      result.add(joined(a, b));
  }
  return result;
}

Statement statement_of(const Answer& answer) { return {answer.level, answer.parts}; }

namespace {

// Row: the level of the facets seen so far; the last row stands for "none seen yet". Each entry
// holds the levels that the asked ones among them may have, with the last bit for "none asked yet".
constexpr std::size_t none = 5;
using Reached = std::array<std::array<bool, none + 1>, none + 1>;

std::size_t joined_or(std::size_t so_far, int level) {
  if (so_far == none) return static_cast<std::size_t>(level);
  return static_cast<std::size_t>(joined(static_cast<int>(so_far), level));
}

Reached step(const Reached& before, LevelRange range, bool asked) {
  Reached after{};
  for (std::size_t whole = 0; whole <= none; ++whole) {
    for (std::size_t part = 0; part <= none; ++part) {
      if (!before[whole][part]) continue;
      for (int level = range.low; level <= range.high; ++level) {
        after[joined_or(whole, level)][asked ? joined_or(part, level) : part] = true;
      }
    }
  }
  return after;
}

}  // namespace

// Joining is associative, so it is enough to carry the two levels reached so far, of all facets and
// of the asked ones, through the facets one by one: exact, without listing the assignments.
LevelSet possible_levels(const std::vector<std::string>& facets, const std::set<std::string>& asked,
                         const Statement& statement) {
  Reached reached{};
  reached[none][none] = true;
  for (const std::string& facet : facets) {
    const auto part = statement.parts.find(facet);
    const LevelRange range = part == statement.parts.end() ? LevelRange{} : part->second;
    reached = step(reached, range, asked.contains(facet));
  }
  LevelSet result;
  for (int whole = lowest_level; whole <= highest_level; ++whole) {
    if (statement.level && *statement.level != whole) continue;
    for (int part = lowest_level; part <= highest_level; ++part) {
      if (reached[static_cast<std::size_t>(whole)][static_cast<std::size_t>(part)]) {
        result.add(part);
      }
    }
  }
  return result;
}

LevelSet levels_of_whole(const std::vector<std::string>& facets,
                         const std::map<std::string, LevelRange>& parts) {
  return possible_levels(facets, {facets.begin(), facets.end()}, {std::nullopt, parts});
}

bool says_enough(const std::set<std::string>& asked, const Statement& statement) {
  if (statement.level) return true;
  return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](const auto& facet) {
    return statement.parts.contains(facet);
  });
}

}  // namespace onereturn::mapping
