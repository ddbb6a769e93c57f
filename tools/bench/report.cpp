#include "tools/bench/report.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace onereturn::bench {
namespace {

template <class... Values>
std::string written(const char* shape, Values... values) {
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(), shape, values...);
  return text.data();
}

std::string row(const Figures& figures, const std::string& of) {
  return written("%-22s %-20s %12.1f %10.0f %10.0f %8.2f%s\n", of.c_str(), figures.label.c_str(),
                 figures.per_second(), figures.service_us(), figures.database_us(),
                 figures.spread(), figures.noisy() ? "  noisy" : "");
}

std::string verdict(const Comparison& comparison, const std::map<std::string, Goal>& goals) {
  const auto goal = goals.find(comparison.name);
  if (goal == goals.end()) {
    return written("%-22s ratio %.2f (no goal)\n", comparison.name.c_str(), comparison.ratio);
  }
  return written("%-22s ratio %.2f, goal %s %.2f: %s\n", comparison.name.c_str(), comparison.ratio,
                 goal->second.at_least ? "at least" : "at most", goal->second.value,
                 met(goal->second, comparison.ratio) ? "met" : "MISSED");
}

// What one operation costs in CPU over what the bare database needs for it: what to judge by when
// the machine is noisy. 0 where the limit is not the database.
double cpu_times_the_limit(const Comparison& comparison) {
  const double limit = comparison.limit.database_us();
  if (!comparison.limit_is_the_database || limit <= 0) return 0;
  return (comparison.service.service_us() + comparison.service.database_us()) / limit;
}

}  // namespace

std::map<std::string, Goal> read_goals(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) {
    throw std::runtime_error("there is no goals file " + file);
  }
  std::map<std::string, Goal> goals;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    const bool at_least = line.find(">=") != std::string::npos;
    const auto sign = line.find(at_least ? ">=" : "<=");
    if (sign == std::string::npos) {
      throw std::runtime_error("a goal needs >= or <=: " + line);
    }
    const auto name_end = line.find_last_not_of(' ', sign - 1);
    goals[line.substr(0, name_end + 1)] = {at_least, std::stod(line.substr(sign + 2))};
  }
  return goals;
}

bool met(const Goal& goal, double ratio) {
  return goal.at_least ? ratio >= goal.value : ratio <= goal.value;
}

std::string to_table(const std::vector<Comparison>& comparisons,
                     const std::map<std::string, Goal>& goals) {
  std::string text = written("%-22s %-20s %12s %10s %10s %8s\n", "what", "how", "per second",
                             "service us", "database us", "spread");
  for (const auto& comparison : comparisons) {
    text += row(comparison.limit, comparison.name);
    text += row(comparison.service, "");
  }
  text += "\n";
  for (const auto& comparison : comparisons) {
    text += verdict(comparison, goals);
    if (const double times = cpu_times_the_limit(comparison); times > 0)
      text += written("%-22s   CPU, times the limit's %.2f\n", "", times);
    for (const auto& [name, value] : comparison.facts)
      text += written("%-22s   %s %.2f\n", "", name.c_str(), value);
  }
  return text;
}

std::string to_json_lines(const std::vector<Comparison>& comparisons,
                          const std::map<std::string, Goal>& goals) {
  std::string text;
  for (const auto& one : comparisons) {
    const auto goal = goals.find(one.name);
    text += written(R"({"scenario":"%s","ratio":%.3f,"met":%s,)", one.name.c_str(), one.ratio,
                    goal == goals.end() || met(goal->second, one.ratio) ? "true" : "false");
    text += written(R"("service_per_second":%.2f,"limit_per_second":%.2f,)",
                    one.service.per_second(), one.limit.per_second());
    text += written(R"("service_us":%.1f,"database_us":%.1f,"limit_database_us":%.1f,)",
                    one.service.service_us(), one.service.database_us(), one.limit.database_us());
    for (const auto& [name, value] : one.facts)
      text += written(R"("%s":%.3f,)", name.c_str(), value);
    text += written(R"("cpu_times_the_limit":%.2f,)", cpu_times_the_limit(one));
    text += written(R"("noisy":%s})", one.service.noisy() || one.limit.noisy() ? "true" : "false");
    text += "\n";
  }
  return text;
}

}  // namespace onereturn::bench
