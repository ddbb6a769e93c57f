#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/returns/check_answers.hpp"
#include "domain/returns/workspace.hpp"

// What is written for one board and not confirmed yet. It is in no copy: the engine never sees it.
namespace onereturn::returns {

// What stands in one place of a board's side, confirmed or as a draft; never both.
template <class Written>
struct Kept {
  const Written* written = nullptr;
  bool draft = false;
};

template <class Written>
Kept<Written> kept(const Engaged& board, std::map<std::string, Written> mapping::BoardSide::*place,
                   const std::string& key) {
  for (const bool draft : {false, true}) {
    const auto& all = (draft ? board.drafts : board.side).*place;
    if (const auto found = all.find(key); found != all.end()) return {&found->second, draft};
  }
  return {};
}

// The rule of a finding that says so.
inline constexpr const char* draft_rule = "not-confirmed-here";

// One error for each draft in what this board asks now, in no order that means anything. What is
// no longer asked stays a draft and stops nothing.
std::vector<CheckFinding> draft_findings(const Workspace& workspace, const Engaged& board);

// Whether `missing`, found by the engine, is about the very place where that draft stands: to
// confirm the draft puts it right.
bool is_cured_by(const CheckFinding& missing, const CheckFinding& draft);

}  // namespace onereturn::returns
