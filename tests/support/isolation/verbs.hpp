#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/isolation/tables.hpp"

namespace onereturn::testing::isolation {

// One way of touching a row: which policies must let a role do it, and the statement. A statement
// that answers no row, and changes none, has touched nothing.
struct Verb {
  std::string name;
  std::string needs;  // verbs of policies: r, a, w, d; "-" when no scope may ever
  std::function<std::string(const Table&, const Columns&, const Row&)> statement;

  bool is_insert() const { return needs == "a"; }
  bool is_let(const Table& table, const std::string& role) const;
};

const std::vector<Verb>& verbs();

// What is done to a row that is removed and added again, as the superuser.
std::string removing(const Table& table, const Row& row);

}  // namespace onereturn::testing::isolation
