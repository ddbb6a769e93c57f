#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reviews {

// How many items of one standard stand at one point, in the returns of one organisation: by the
// board's grade, or the agency's own where the board has not graded.
struct PointCount {
  std::string organisation;
  frameworks::VersionRef form;
  std::optional<frameworks::VersionRef> framework;
  std::string standard;  // "" where no mapping says
  std::string point;
  bool by_board = false;
  int items = 0;
};

bool has_wave(postgres::BoardTx& tx, const AuditId& wave);
std::vector<PointCount> load_graded(postgres::BoardTx& tx, const AuditId& wave);

}  // namespace onereturn::reviews
