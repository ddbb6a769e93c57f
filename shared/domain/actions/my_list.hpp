#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// What an agency has undertaken to do, across its boards, and what each board made of it. Put
// together on the agency's side alone: no board's record points to another's.
namespace onereturn::actions {

// One board's record of it.
struct BoardRecord {
  std::string board;  // "Westmarch Safeguarding Children Board"
  std::string area;
  std::string mark;
  std::string said;  // the board's word for where it stands: "Amber", or nothing yet
  std::optional<Instant> said_at;
  std::optional<Date> by_on;  // when the board expects it
  std::string state;          // "open", "verified", "closed"
  std::string asked;          // what the board asked for again, and nobody has answered
  std::optional<Instant> asked_at;

  bool is_over() const { return state != "open"; }
};

struct Undertaking {
  std::string id;  // stable: the commitment's, or that of a board's own action
  std::string what;
  std::string how;
  std::string lead;
  std::string unit;  // the part of the agency, where it has several
  std::optional<Date> by_on;
  bool done = false;        // the agency says so
  bool from_board = false;  // a board asked for it; the agency did not offer it
  std::vector<BoardRecord> boards;

  // A board wants to hear of it again.
  bool is_asked() const;
  // Done, or over at every board that has it; not while a board asks again.
  bool is_over() const;
  // The earliest day that somebody still expects it; nothing when it is over or has no date.
  std::optional<Date> next_on() const;
};

}  // namespace onereturn::actions
