#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "platform/postgres/transaction.hpp"

// What boards wait for an agency to do, for its first page: evidence that they asked to see, plans
// that they demanded, questions that they put, actions that they ask about again, contacts to
// confirm. What is still to be answered in a form stands on that page by itself.
namespace onereturn::reporting {

struct AskedOfAgency {
  enum class Kind { evidence, plan, question, action, contacts };
  Kind kind = Kind::evidence;
  std::string board;  // by its area
  int number = 0;
  std::optional<Date> due_on;  // the earliest
  std::string id;              // of the one that has waited longest
  std::string words;           // its title, where it has one
};

// One for each kind and board; what is due first stands first. One statement, however much it is.
std::vector<AskedOfAgency> asked_of_agency(postgres::AgencyTx& tx);

}  // namespace onereturn::reporting
