#include "domain/mapping/backwards.hpp"

#include <gtest/gtest.h>

namespace onereturn::mapping {
namespace {

using frameworks::LevelRange;
using Facets = std::set<std::string>;

int level_of(const std::vector<int>& levels) {
  bool zero = true;
  int lowest = 4;
  for (const int level : levels) {
    zero = zero && level == 0;
    lowest = std::min(lowest, level);
  }
  return zero ? 0 : lowest >= 2 ? lowest : 1;
}

// Every level that the requirement may have, by trying each assignment of levels to facets. Facets
// 0 to own-1 are the requirement's; the item asks those of `mask`, and `others` more.
std::set<int> by_trying(int own, int mask, int others, const LevelRange& range) {
  std::set<int> found;
  const int facets = own + others;
  int assignments = 1;
  for (int facet = 0; facet < facets; ++facet)
    assignments *= 5;
  for (int number = 0; number < assignments; ++number) {
    std::vector<int> whole, asked;
    for (int facet = 0, rest = number; facet < facets; ++facet, rest /= 5) {
      if (facet < own) whole.push_back(rest % 5);
      if (facet >= own || (mask >> facet & 1) != 0) asked.push_back(rest % 5);
    }
    if (range.contains(level_of(asked))) found.insert(level_of(whole));
  }
  return found;
}

TEST(LevelFromItem, is_offered_exactly_when_no_other_is_possible) {
  const std::vector<std::string> names{"a", "b", "c"};
  for (int own = 1; own <= 3; ++own) {
    frameworks::Requirement requirement;
    requirement.facets.assign(names.begin(), names.begin() + own);
    for (int mask = 1; mask < 1 << own; ++mask) {
      for (int others = 0; others <= 2; ++others) {
        for (const bool residual : {false, true}) {
          if (residual && others == 0) continue;
          Facets asked;
          for (int facet = 0; facet < own; ++facet)
            if ((mask >> facet & 1) != 0) asked.insert(names[static_cast<std::size_t>(facet)]);
          for (int other = 0; other < others - (residual ? 1 : 0); ++other)
            asked.insert("x" + std::to_string(other));
          for (int low = 0; low <= 4; ++low) {
            for (int high = low; high <= 4; ++high) {
              const auto possible = by_trying(own, mask, others, {low, high});
              const auto level = level_from_item(requirement, asked, residual, {low, high});
              if (level) {
                EXPECT_EQ(possible, std::set<int>{*level});
              } else {
                EXPECT_NE(possible.size(), 1U)
                    << own << " " << mask << " " << others << " " << low << "-" << high;
              }
            }
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace onereturn::mapping
