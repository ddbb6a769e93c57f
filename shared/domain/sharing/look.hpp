#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/actions/board_action_rules.hpp"
#include "domain/evaluation/release_format.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/sharing/sharing.hpp"
#include "platform/postgres/transaction.hpp"

// The council's side: what stands, and each part of it. Everything here enters the board that it is
// asked about, on the day of `now`, and refuses with not_found where nothing stands that holds the
// part: for a board that never granted it exactly as for one that nobody knows.
namespace onereturn::sharing {

// What boards granted, ever, and the number that a council gives to a board.
struct OwnSight {
  std::string number;
  std::vector<Grant> grants;
};
OwnSight read_own_sight(postgres::SessionTx& tx, Date today);

// The grant that stands.
Result<Grant> read_grant(postgres::SessionTx& tx, const BoardId& board, Instant now);

inline constexpr int looked_at_once = 50;

// Which rows of a list, by words in a name and by what an address chose: any of them.
struct Looked {
  std::string text;
  std::vector<std::string> only;  // as each list says; none for all
  int page = 1;
};

struct RegisterLine {
  EntryId entry;
  std::string name;
  std::string type;      // in words
  std::string standing;  // "awaited", "to_evaluate", "sent_back", "evaluated", "signed_off",
                         // "left_out", "never_asked"
  std::optional<Date> due_on;
  std::optional<Date> received_on;
  bool late = false;
};
struct RegisterSeen {
  Grant grant;
  std::vector<RegisterLine> lines;
  int found = 0;
  int organisations = 0, awaited = 0, late = 0;
};
// Open organisations by name. Only: "late", "awaited", "in".
Result<RegisterSeen> see_register(postgres::SessionTx& tx, const BoardId& board,
                                  const Looked& looked, Instant now);

// One exercise in numbers.
struct ExerciseFigures {
  std::string title;
  std::optional<Date> due_on;
  int asked = 0;  // without those left out and withdrawn
  int awaited = 0, to_evaluate = 0, sent_back = 0, evaluated = 0, signed_off = 0;
  int left_out = 0;
};
// How many organisations stand at each level of a standard's requirements, in one period.
struct LevelFigures {
  std::string period;
  std::string standard;  // "3. Clear lines of accountability"
  bool shown = false;    // ten or more answered each of them
  std::map<int, int> counts;
};
inline constexpr int fewest_shown = 10;
struct FiguresSeen {
  Grant grant;
  std::vector<ExerciseFigures> exercises;
  std::vector<LevelFigures> levels;
};
Result<FiguresSeen> see_figures(postgres::SessionTx& tx, const BoardId& board, Instant now);

struct ReleaseLine {
  ReturnId id;
  std::string organisation;
  std::string title;
  int version = 0;
  Instant released_at{};
};
struct ReleasesSeen {
  Grant grant;
  std::vector<ReleaseLine> lines;  // newest first, one of each return
  int found = 0;
};
Result<ReleasesSeen> see_releases(postgres::SessionTx& tx, const BoardId& board,
                                  const Looked& looked, Instant now);
struct ReleaseSeen {
  Grant grant;
  ReleaseLine line;
  evaluation::Released released;
};
// Logs the opening for the board and the agency.
Result<ReleaseSeen> open_release(postgres::SessionTx& tx, const BoardId& board, const ReturnId& id,
                                 Instant now);

struct ActionsSeen {
  Grant grant;
  std::vector<actions::BoardAction> lines;
  actions::Forms forms;
  int found = 0;
  int open = 0, overdue = 0;
};
// Open ones by their day. Only: "overdue", "closed".
Result<ActionsSeen> see_actions(postgres::SessionTx& tx, const BoardId& board, const Looked& looked,
                                Instant now);
struct ActionSeen {
  Grant grant;
  actions::BoardAction action;
  std::vector<actions::HistoryEntry> history;  // newest first, without the board's own notes
  actions::Forms forms;
};
Result<ActionSeen> open_action(postgres::SessionTx& tx, const BoardId& board, const ActionId& id,
                               Instant now);

struct ReturnLine {
  ReturnId id;
  std::string organisation;
  std::string title;
  int version = 0;
  Instant received_at{};
};
struct ReturnsSeen {
  Grant grant;
  std::vector<ReturnLine> lines;  // newest first
  int found = 0;
};
Result<ReturnsSeen> see_returns(postgres::SessionTx& tx, const BoardId& board, const Looked& looked,
                                Instant now);
struct ReturnSeen {
  Grant grant;
  ReturnLine line;
  std::shared_ptr<const frameworks::Template> form;
  std::vector<mapping::RenderedBox> boxes;
  std::vector<std::string> evidence;  // titles, each once
  std::vector<fan_out::SignOff> sign_offs;
};
// The version that stands. Logs the opening for the board and the agency.
Result<ReturnSeen> open_return(postgres::SessionTx& tx, const BoardId& board, const ReturnId& id,
                               Instant now);

}  // namespace onereturn::sharing
