#include <csignal>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "tools/bench/arguments.hpp"
#include "tools/bench/report.hpp"
#include "tools/bench/scenarios.hpp"

namespace onereturn::bench {
namespace {

std::vector<Comparison> measure(const Arguments& arguments) {
  const std::vector<std::pair<std::string, std::function<Comparison()>>> scenarios = {
      {"save one answer", [&] { return save_answer(arguments); }},
      {"read return page", [&] { return read_return_page(arguments); }},
      {"read return JSON", [&] { return read_return_json(arguments); }},
      {"preview of five boards", [&] { return preview_five_boards(arguments); }},
      {"board home", [&] { return read_board_home(arguments); }},
      {"register of 1,500", [&] { return read_register(arguments); }},
      {"actions of 5,000", [&] { return read_actions(arguments); }},
      {"evidence upload", [&] { return upload_evidence(arguments); }},
      {"submit to 5 boards", [&] { return submit_to_boards(arguments, 5); }},
      {"submit to 150 boards", [&] { return submit_to_boards(arguments, 150); }},
      {"paper kinds", [&] { return paper_kinds(arguments); }},
      {"paper in two lanes", [&] { return paper_two_lanes(arguments); }},
      {"paper beside pack", [&] { return paper_beside_pack(arguments); }},
      {"paper from two workers", [&] { return paper_from_two_workers(arguments); }},
      {"paper behind large ones", [&] { return paper_behind_large_ones(arguments); }},
  };
  std::vector<Comparison> comparisons;
  for (const auto& [name, run] : scenarios) {
    if (name.starts_with(arguments.only)) {
      comparisons.push_back(run());
    }
  }
  return comparisons;
}

}  // namespace
}  // namespace onereturn::bench

// Measures the hot paths of a running service against the bare database, and says whether the
// goals are met. tools/dev bench starts everything that it needs.
int main(int count, char** values) {
  using namespace onereturn::bench;
  // A connection that the service has ended is an error in words.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  try {
    const auto arguments = parse(count, values);
    const auto goals = read_goals(arguments.goals_file);
    // Papers count nothing.
    const bool counts = !arguments.only.starts_with("paper");
    if (counts) {
      std::cout << "Exercises counted again: " << verify_counts(arguments) << ", none differs.\n";
    }
    const auto comparisons = measure(arguments);
    if (counts) verify_counts(arguments);
    std::cout << to_table(comparisons, goals);
    if (!arguments.json_file.empty()) {
      std::ofstream(arguments.json_file) << to_json_lines(comparisons, goals);
    }
    bool all_met = true;
    for (const auto& comparison : comparisons) {
      const auto goal = goals.find(comparison.name);
      all_met = all_met && (goal == goals.end() || met(goal->second, comparison.ratio));
    }
    return all_met ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << "\n";
    return 2;
  }
}
