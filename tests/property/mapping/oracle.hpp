#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

// A second, simple-minded reading of the rules, which lists assignments instead of reasoning about
// them and shares no code with the engine.
namespace onereturn::mapping::oracle {

// What is said of one part: any level from `low` to `high`.
struct Part {
  int low = 0;
  int high = 4;
  bool stated = false;
  bool asked = false;
};

struct Requirement {
  std::optional<int> level;
  bool not_applicable = false;
  std::vector<Part> parts;
};

struct Residual {
  std::optional<int> level;
  bool not_applicable = false;
};

struct Item {
  std::vector<Requirement> requirements;
  std::optional<Residual> residual;
};

struct Point {
  std::string code;
  int low = 0;
  int high = 0;
};

enum class NotApplicable { unknown_here, by_agency, by_board };

// The five states of a rated box, and what may be taken.
struct Verdict {
  std::string state;  // "set", "choose", "no-point", "unanswered", "not-applicable"
  std::array<bool, 5> levels{};
  std::vector<std::string> points;
};

// The level of some facets, by the words of the rule.
int level_of(const std::vector<int>& facets);

// Every level that the item may have, by listing every assignment of levels to every facet that
// agrees with what is said.
std::array<bool, 5> possible(const Item& item);

Verdict judge(const Item& item, const std::vector<Point>& scale, NotApplicable rule);

}  // namespace onereturn::mapping::oracle
