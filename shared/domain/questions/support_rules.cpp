#include "domain/questions/support_rules.hpp"

#include <algorithm>
#include <tuple>

namespace onereturn::questions {

namespace {

void add(std::vector<std::string>& all, int count, const char* one, const char* many) {
  if (count == 1) all.emplace_back(one);
  if (count > 1) all.push_back(std::to_string(count) + many);
}

auto rank(const Needs& needs) {
  return std::tuple(-needs.late, -needs.started_late, -needs.repeated, -needs.low,
                    -needs.open_questions, needs.organisation);
}

}  // namespace

std::vector<std::string> reasons_of(const Needs& needs) {
  std::vector<std::string> all;
  add(all, needs.late, "1 return is late.", " returns are late.");
  add(all, needs.started_late, "1 return is due within two weeks, and nothing has come.",
      " returns are due within two weeks, and nothing has come.");
  add(all, needs.repeated, "1 question stood low last time and does so again.",
      " questions stood low last time and do so again.");
  add(all, needs.low, "1 question stands at the lowest levels.",
      " questions stand at the lowest levels.");
  add(all, needs.open_questions, "1 question of theirs waits for you.",
      " questions of theirs wait for you.");
  return all;
}

std::vector<Needs> in_order(std::vector<Needs> all) {
  all.erase(std::remove_if(all.begin(), all.end(), [](const Needs& one) { return !one.any(); }),
            all.end());
  std::sort(all.begin(), all.end(),
            [](const Needs& one, const Needs& other) { return rank(one) < rank(other); });
  return all;
}

}  // namespace onereturn::questions
