#pragma once

#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"

namespace onereturn::returns {

// One thing that a check found in one board's copy. An error stops that copy alone; a query may
// be explained (save_explanation with its key).
struct CheckFinding {
  bool error = true;
  std::string key;          // stable within the board: "text-too-long:6.5"
  std::string rule;         // "text-too-long"
  std::string box_no;       // may be empty
  std::string requirement;  // where to put it right in the canonical form; may be empty
  std::string item;
  std::string place;        // "6.5", or the standard's title
  std::string message;      // says what to do
  std::string explanation;  // given so far
};

struct BoardCheck {
  RequestId request;
  BoardRef board;
  std::vector<CheckFinding> errors;
  std::vector<CheckFinding> queries;
  int boxes = 0;
  int boxes_filled = 0;
  int promises = 0;
  int actions = 0;
  std::string words;  // "8 lights: 6 green, 2 amber"
  bool ready() const { return errors.empty(); }
};

BoardCheck check_board(const Workspace& workspace, const Engaged& board);

// The same for every board, in the workspace's order.
std::vector<BoardCheck> check_answers(const Workspace& workspace);

}  // namespace onereturn::returns
