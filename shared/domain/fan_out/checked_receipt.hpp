#pragma once

#include <optional>

#include "domain/fan_out/fan_out.hpp"

namespace onereturn::fan_out {

// A receipt as whoever checks it learns of it: what it stands for, and what has become of that.
struct CheckedReceipt : VerifiedReceipt {
  // The version that took its place and when, where that was written down.
  std::optional<int> superseded_by;
  std::optional<Date> superseded_on;
  int redacted = 0;  // boxes whose words were erased since
};

}  // namespace onereturn::fan_out
