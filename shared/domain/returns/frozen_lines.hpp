#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"

namespace onereturn::returns {

// One frozen row of what one board alone is told: see tenant.submission_box.
struct FrozenLine {
  std::string kind;  // local, residual, direct, choice, override, promise, explanation, detail
  std::string box_no;
  std::string requirement;
  std::string role;
  std::string subject;
  std::string text;
  std::optional<int> level;
  std::string point;
  std::optional<std::string> na_reason;
  std::string reason;
  std::optional<Date> by_on;
  std::string chosen_by;
  std::optional<int> source_version;

  bool operator==(const FrozenLine&) const = default;
};

// Everything that belongs to this board, and nothing of any other.
std::vector<FrozenLine> frozen_lines(const Workspace& workspace, const Engaged& board);

}  // namespace onereturn::returns
