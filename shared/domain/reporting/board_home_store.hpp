#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "domain/reporting/board_home.hpp"
#include "platform/postgres/transaction.hpp"

// The only door of reporting to what the other modules keep.
namespace onereturn::reporting {

// Says that the two below will be run, so that they go out in one trip.
void ask_ahead(postgres::BoardTx& tx, Date today);
// Some of each kind, the oldest first, and how many there are of how many.
void load_waiting(postgres::BoardTx& tx, BoardHome& home);
// Plans and evidence that organisations owe, and how many of them are late.
void load_late(postgres::BoardTx& tx, BoardHome& home, Date today);
// On which days how many came in, of two exercises.
struct InOn {
  AuditId wave;
  Date day;
  int count = 0;
};
std::vector<InOn> load_in_on(postgres::BoardTx& tx, const std::vector<AuditId>& waves);
}  // namespace onereturn::reporting
