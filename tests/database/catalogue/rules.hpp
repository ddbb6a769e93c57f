#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "support/database.hpp"

namespace onereturn::testing {

// One rule of the schema: a query that answers one complaint per row, and a change of the schema
// that must make it complain. A rule that cannot be broken proves nothing.
struct Rule {
  std::string name;
  std::string complaints;
  std::string planted;
};

// For the test's output.
inline void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.name; }

std::vector<Rule> table_rules();
std::vector<Rule> access_rules();
std::vector<Rule> function_rules();

// The complaints, as the schema is, or with the rule's own fault planted and rolled back.
std::vector<std::string> complaints_of(const Rule& rule, bool with_fault);

}  // namespace onereturn::testing
