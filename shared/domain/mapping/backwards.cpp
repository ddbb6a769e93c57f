#include "domain/mapping/backwards.hpp"

#include "domain/frameworks/framework_rules.hpp"

namespace onereturn::mapping {

std::optional<int> level_from_item(const frameworks::Requirement& requirement,
                                   const std::set<std::string>& asked, bool residual,
                                   const frameworks::LevelRange& range) {
  if (range.low != range.high) return std::nullopt;
  switch (frameworks::relation_to(requirement, asked, residual)) {
    case frameworks::Relation::equal:
      return range.low;
    case frameworks::Relation::superset:
      // Nothing in place, or everything at the best: then each part is. Between, the rest decides.
      if (range.low == frameworks::lowest_level || range.low == frameworks::highest_level) {
        return range.low;
      }
      return std::nullopt;
    case frameworks::Relation::subset:
      // Something of the part is in place and something is not, and so it is with the whole.
      if (range.low == 1) return 1;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace onereturn::mapping
