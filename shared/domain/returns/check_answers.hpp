#pragma once

#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"

namespace onereturn::returns {

// One thing that a check found in one board's copy, as the engine found it, with the place on the
// page where it stands. An error stops that copy alone; a query may be explained (`explain` with
// its key) and stops nothing.
struct CheckFinding {
  bool error = true;
  std::string key;          // stable within the board: "too-long:6.5"
  std::string rule;         // "too-long"
  std::string box_no;       // may be empty
  std::string requirement;  // where to put it right in the canonical form; may be empty
  std::string item;
  std::string place;        // "6.5", or the standard's title; may be empty
  std::string message;      // says what to do
  std::string explanation;  // given so far
};

struct BoardCheck {
  RequestId request;
  BoardRef board;
  std::vector<CheckFinding> errors;
  std::vector<CheckFinding> queries;
  std::vector<CheckFinding> promised;  // would be errors, but will be supplied by a day
  int boxes = 0;                       // that the agency fills
  int boxes_filled = 0;
  int promises = 0;
  int actions = 0;
  std::string words;  // "8 lights: 6 Green, 2 Amber"
  bool ready() const { return errors.empty(); }
};

// errors_only leaves out what only asks for an explanation: much cheaper with many boards.
enum class Depth { errors_only, everything };

BoardCheck check_board(const Workspace& workspace, const Engaged& board, Depth depth);
BoardCheck check_board(const Workspace& workspace, const Engaged& board,
                       const mapping::RenderedCopy& copy, Depth depth);

// Everything, for every board, in the workspace's order.
std::vector<BoardCheck> check_answers(const Workspace& workspace);

}  // namespace onereturn::returns
