#include "domain/questions/support_rules.hpp"

#include <algorithm>
#include <tuple>

namespace onereturn::questions {

namespace {

// The level at which the minimum is met.
constexpr int minimum = 2;

void add(std::vector<std::string>& all, int count, const char* one, const char* many) {
  if (count == 1) all.emplace_back(one);
  if (count > 1) all.push_back(std::to_string(count) + many);
}

auto rank(const Needs& needs) {
  return std::tuple(-needs.late, -needs.untouched, -needs.started_late, -needs.behind,
                    -needs.repeated, -needs.graded, -needs.lowest, -needs.below, -needs.low,
                    -needs.open_questions, needs.organisation);
}

}  // namespace

std::vector<std::string> reasons_of(const Needs& needs) {
  std::vector<std::string> all;
  add(all, needs.late, "1 return is late.", " returns are late.");
  add(all, needs.untouched, "1 late return is not begun.", " late returns are not begun.");
  add(all, needs.started_late, "1 return is due within two weeks, and nothing has come.",
      " returns are due within two weeks, and nothing has come.");
  add(all, needs.behind, "1 return that is due within two weeks is less than half answered.",
      " returns that are due within two weeks are less than half answered.");
  add(all, needs.repeated, "1 question stood low last time and does so again.",
      " questions stood low last time and do so again.");
  add(all, needs.graded, "1 item is below the minimum by your grade.",
      " items are below the minimum by your grades.");
  add(all, needs.lowest, "1 item is at the lowest point by their own rating.",
      " items are at the lowest point by their own rating.");
  add(all, needs.below,
      "1 item is below the minimum by their own rating, if not at the lowest point.",
      " items are below the minimum by their own rating, if not at the lowest point.");
  add(all, needs.low, "1 question stands at the lowest levels.",
      " questions stand at the lowest levels.");
  add(all, needs.open_questions, "1 question of theirs waits for you.",
      " questions of theirs wait for you.");
  return all;
}

std::vector<PointBelow> points_below(const frameworks::Template& form) {
  std::vector<PointBelow> points;
  if (!form.scale) return points;
  int lowest = minimum;
  for (const auto& point : form.scale->points)
    lowest = std::min(lowest, point.levels.low);
  for (const auto& point : form.scale->points) {
    if (point.levels.high >= minimum) continue;
    points.push_back({form.ref, point.code, point.levels.low == lowest ? "lowest" : "below"});
  }
  return points;
}

std::vector<Needs> in_order(std::vector<Needs> all) {
  all.erase(std::remove_if(all.begin(), all.end(), [](const Needs& one) { return !one.any(); }),
            all.end());
  std::sort(all.begin(), all.end(),
            [](const Needs& one, const Needs& other) { return rank(one) < rank(other); });
  return all;
}

}  // namespace onereturn::questions
