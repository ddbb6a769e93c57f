#include "property/mapping/oracle.hpp"

#include <algorithm>
#include <set>

namespace onereturn::mapping::oracle {

int level_of(const std::vector<int>& facets) {
  bool all_nothing = true;
  bool all_at_least_two = true;
  for (const int facet : facets) {
    if (facet != 0) all_nothing = false;
    if (facet < 2) all_at_least_two = false;
  }
  if (all_nothing) return 0;
  if (all_at_least_two) return *std::min_element(facets.begin(), facets.end());
  return 1;
}

namespace {

// "a >= 2: every one is at least a, and at least one is exactly a; a = 1: not all are 0, and at
// least one is 0 or 1; a = 0: all are 0."
bool agrees(const std::vector<int>& facets, int level) {
  const auto count = [&](auto test) { return std::count_if(facets.begin(), facets.end(), test); };
  const auto all = static_cast<std::ptrdiff_t>(facets.size());
  if (level >= 2) {
    return count([&](int f) { return f >= level; }) == all &&
           count([&](int f) { return f == level; }) >= 1;
  }
  if (level == 1) {
    return count([](int f) { return f == 0; }) < all && count([](int f) { return f <= 1; }) >= 1;
  }
  return count([](int f) { return f == 0; }) == all;
}

// The asked facets' levels, sorted, for every assignment that agrees.
std::set<std::vector<int>> worlds(const Requirement& requirement) {
  std::set<std::vector<int>> result;
  const std::size_t n = requirement.parts.size();
  int count = 1;
  for (std::size_t i = 0; i < n; ++i)
    count *= 5;
  for (int code = 0; code < count; ++code) {
    std::vector<int> facets;
    std::vector<int> asked;
    bool fits = true;
    int rest = code;
    for (const Part& part : requirement.parts) {
      const int level = rest % 5;
      rest /= 5;
      fits = fits && part.low <= level && level <= part.high;
      facets.push_back(level);
      if (part.asked) asked.push_back(level);
    }
    if (!fits || (requirement.level && !agrees(facets, *requirement.level))) continue;
    std::sort(asked.begin(), asked.end());
    result.insert(asked);
  }
  return result;
}

void combine(const std::vector<std::set<std::vector<int>>>& all, std::size_t next,
             std::vector<int>& so_far, std::array<bool, 5>& levels) {
  if (next == all.size()) {
    levels[static_cast<std::size_t>(level_of(so_far))] = true;
    return;
  }
  for (const std::vector<int>& world : all[next]) {
    so_far.insert(so_far.end(), world.begin(), world.end());
    combine(all, next + 1, so_far, levels);
    so_far.resize(so_far.size() - world.size());
  }
}

bool is_unanswered(const Requirement& requirement) {
  if (requirement.not_applicable || requirement.level) return false;
  return std::any_of(requirement.parts.begin(), requirement.parts.end(),
                     [](const Part& part) { return part.asked && !part.stated; });
}

}  // namespace

std::array<bool, 5> possible(const Item& item) {
  std::vector<std::set<std::vector<int>>> all;
  for (const Requirement& requirement : item.requirements)
    all.push_back(worlds(requirement));
  if (item.residual) all.push_back({{*item.residual->level}});
  std::array<bool, 5> levels{};
  std::vector<int> so_far;
  combine(all, 0, so_far, levels);
  return levels;
}

Verdict judge(const Item& item, const std::vector<Point>& scale, NotApplicable rule) {
  std::size_t asked = item.requirements.size() + (item.residual ? 1 : 0);
  std::size_t not_applicable = 0;
  bool unanswered = false;
  for (const Requirement& requirement : item.requirements) {
    if (requirement.not_applicable) ++not_applicable;
    if (is_unanswered(requirement)) unanswered = true;
    // A level and parts that contradict each other say nothing.
    if (!requirement.not_applicable && worlds(requirement).empty()) unanswered = true;
  }
  if (item.residual && item.residual->not_applicable) ++not_applicable;
  if (item.residual && !item.residual->not_applicable && !item.residual->level) unanswered = true;

  std::vector<std::string> everything;
  for (const Point& point : scale)
    everything.push_back(point.code);
  if (unanswered) return {"unanswered", {}, {}};
  if (not_applicable == asked) {
    if (rule == NotApplicable::unknown_here) return {"choose", {}, everything};
    return {"not-applicable", {}, {}};
  }
  if (not_applicable > 0) {
    if (rule == NotApplicable::by_agency) everything.emplace_back("not-applicable");
    return {"choose", {}, everything};
  }
  Verdict verdict;
  verdict.levels = possible(item);
  std::size_t covered = 0;
  for (std::size_t level = 0; level < 5; ++level) {
    if (!verdict.levels[level]) continue;
    const bool has_point = std::any_of(scale.begin(), scale.end(), [&](const Point& point) {
      return point.low <= static_cast<int>(level) && static_cast<int>(level) <= point.high;
    });
    covered += has_point ? 1 : 0;
  }
  for (const Point& point : scale) {
    for (int level = point.low; level <= point.high; ++level) {
      if (!verdict.levels[static_cast<std::size_t>(level)]) continue;
      verdict.points.push_back(point.code);
      break;
    }
  }
  const auto levels =
      static_cast<std::size_t>(std::count(verdict.levels.begin(), verdict.levels.end(), true));
  if (verdict.points.empty()) {
    verdict.state = "no-point";
    verdict.points = everything;
  } else {
    verdict.state = verdict.points.size() == 1 && covered == levels ? "set" : "choose";
  }
  return verdict;
}

}  // namespace onereturn::mapping::oracle
