#pragma once

#include <string>
#include <vector>

namespace onereturn::testing {

// What an attacker would have the database do, in our own words: an expression that stands within a
// statement, or whole statements that follow it.
struct Injection {
  bool is_expression = true;
  std::string sql;
};

// `foreign` is the party whose rows are wanted; `token` the SQL of the attacker's own session.
std::vector<Injection> injections(const std::string& foreign, const std::string& token);

}  // namespace onereturn::testing
