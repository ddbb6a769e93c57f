#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "domain/reporting/board_home.hpp"
#include "platform/postgres/transaction.hpp"

// The only door of reporting to what the other modules keep.
namespace onereturn::reporting {

// Some of each kind, the oldest first, and how many there are.
void load_waiting(postgres::BoardTx& tx, BoardHome& home, Instant now);
void load_overdue(postgres::BoardTx& tx, BoardHome& home, Date today);
// On which days how many came in, of two exercises.
struct InOn {
  AuditId wave;
  Date day;
  int count = 0;
};
std::vector<InOn> load_in_on(postgres::BoardTx& tx, const std::vector<AuditId>& waves);
void load_register_figures(postgres::BoardTx& tx, BoardHome& home);

}  // namespace onereturn::reporting
