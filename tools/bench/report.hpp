#pragma once

#include <map>
#include <string>
#include <vector>

#include "tools/bench/scenarios.hpp"

namespace onereturn::bench {

// One line of the goals file: "save one answer >= 0.50".
struct Goal {
  bool at_least = true;
  double value = 0;
};

// Reads the goals. Throws std::runtime_error that names a bad line.
std::map<std::string, Goal> read_goals(const std::string& file);

bool met(const Goal& goal, double ratio);

// The table for people.
std::string to_table(const std::vector<Comparison>& comparisons,
                     const std::map<std::string, Goal>& goals);
// One JSON object per line, for programs.
std::string to_json_lines(const std::vector<Comparison>& comparisons,
                          const std::map<std::string, Goal>& goals);

}  // namespace onereturn::bench
