#pragma once

#include <optional>
#include <vector>

#include "domain/reporting/board_home.hpp"

namespace onereturn::reporting {

// How the returns of an exercise come in, and how they did in the one before of the same form.
// None where it is not open yet, or asks nobody. One statement.
struct Curves {
  std::optional<Curve> now;
  std::optional<Curve> before;
};
Curves read_curves(postgres::BoardTx& tx, const std::vector<returns::Wave>& waves,
                   std::size_t shown, Date today);

}  // namespace onereturn::reporting
