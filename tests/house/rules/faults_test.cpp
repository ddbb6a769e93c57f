// A named point of faults stands in the code once, in the guide, and in what the rounds do: a new
// one is played from the day it is written.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/fault_points.hpp"
#include "source_tree.hpp"

namespace onereturn::house {
namespace {

std::set<std::string> named_points() { return {fault::points.begin(), fault::points.end()}; }

std::map<std::string, int> points_in_code() {
  static const std::regex pattern("FAULT\\(\"([a-z_.]+)\"\\)");
  std::map<std::string, int> found;
  for (const auto& file : source_tree()) {
    const bool ours = file.under("shared/") || file.under("services/");
    if (!ours || !file.is_cpp() || file.under("shared/base/")) continue;
    for (const auto& line : file.lines) {
      for (std::sregex_iterator at(line.begin(), line.end(), pattern), end; at != end; ++at)
        ++found[(*at)[1]];
    }
  }
  return found;
}

// The names that a pattern with one group finds in a file of the project.
std::set<std::string> names_in(const std::string& path, const std::string& pattern) {
  std::ifstream file(std::string(ONERETURN_SOURCE_DIR) + "/" + path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex names(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), names), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

TEST(Faults, stand_at_twenty_points_or_more) { EXPECT_GE(fault::points.size(), 20U); }

TEST(Faults, stand_in_the_code_once_each) {
  std::set<std::string> used;
  for (const auto& [name, times] : points_in_code()) {
    EXPECT_EQ(times, 1) << name;
    used.insert(name);
  }
  EXPECT_EQ(used, named_points());
}

TEST(Faults, are_all_in_the_guide) {
  EXPECT_EQ(names_in("docs/guides/faults.md", "\n\\| `([a-z_.]+)` \\|"), named_points());
}

TEST(Faults, are_all_played) {
  EXPECT_EQ(names_in("tests/proof/faults/points.mjs", "\n  \"([a-z_.]+)\": "), named_points());
}

}  // namespace
}  // namespace onereturn::house
