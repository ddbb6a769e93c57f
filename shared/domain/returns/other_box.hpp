#pragma once

#include <optional>
#include <string>

#include "domain/returns/save_box.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// What stands in a box that somebody else saved in between.
struct OtherBox {
  int version = 0;
  std::string text;
  std::optional<int> level;
  std::string point;
  bool not_applicable = false;
  std::string reason;  // why it does not apply, or why it was written by hand
  std::string by;
  Instant at;
};

// Nothing when there is no such box, or its request is not open here.
std::optional<OtherBox> read_other_box(postgres::AgencyTx& tx, const RequestId& request,
                                       BoxKind kind, const std::string& key);

}  // namespace onereturn::returns
