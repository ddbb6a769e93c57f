#pragma once

#include <string>

namespace onereturn::testing::isolation {

// An agency and a board that asked it, for whom rows are made.
struct Pair {
  std::string agency;
  std::string board;
  std::string request;
  std::string lead;
  std::string manager;
  std::string borrower;  // a board to which the board lends what it has
  std::string id;        // of what is made for this pair
};

// Agency one and board two of the small region.
const Pair& small_pair();

// Once for each pair; every table of a tenant has a row of theirs then.
void make_one_row_in_every_table(const Pair& pair);
// The same in the tables outside of tenants that no entrance of the operator fills; once
// for each agency.
void make_rows_outside_of_tenants(const Pair& pair);

}  // namespace onereturn::testing::isolation
