#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/actions/board_action_rules.hpp"
#include "domain/returns/waves.hpp"
#include "platform/postgres/transaction.hpp"

// The first page of a board: who is due, late, started; what waits for the board; what is overdue.
// Every role of the board reads it.
namespace onereturn::reporting {

// Something that waits for the board.
struct Waiting {
  std::string kind;  // as in waiting_kinds()
  std::string what;  // "Evaluate return"
  std::string href;
  std::string from;  // the organisation
  std::optional<Date> since;
  bool can_be_given = false;  // to somebody of the board
  std::string with;           // who has it; "" when nobody, or somebody who has left
};

struct WaitingKind {
  std::string kind;
  std::string all;        // the list of exactly these
  std::string one, many;  // "return to evaluate", "returns to evaluate"
  std::string of_words;   // "returns in": what they are a part of
  int count = 0;
  int of_all = 0;
};

// Something that a board demanded from organisations by a day, with how many of it are late.
struct LateKind {
  std::string all;  // the list of exactly these
  std::string one, many;
  std::string of_words;
  int count = 0;
  int of_all = 0;  // that they still owe
};

// How many were in so many weeks after the exercise was opened, of those asked.
struct Curve {
  std::string title;
  int asked = 0;
  std::vector<int> in_by_week;  // index 0: on the day it was opened
  std::optional<int> due_week;  // when the day for all falls
};

struct BoardHome {
  std::vector<returns::Wave> waves;   // the latest first
  std::optional<returns::Wave> wave;  // the one whose figures these are
  std::vector<returns::Wave> open;  // all that something is awaited in, those with most late first
  std::vector<WaitingKind> kinds;   // those of which there are some
  std::vector<Waiting> waiting;     // the oldest first, some of each
  int waiting_in_all = 0;
  std::vector<actions::BoardAction> overdue;  // the latest first
  actions::Forms forms;                       // in whose schemes they stand
  int actions_overdue = 0;
  int actions_open = 0;
  std::vector<LateKind> late;  // plans and evidence, those of which any is still wanted
  std::optional<Curve> now;
  std::optional<Curve> before;
  int organisations = 0;
  int not_invited = 0;
  int due_soon = 0;  // fall due within ninety days, or were never done, and are asked for nothing
};

// The exercise that is asked for, or the one that a board most likely means (wave_to_show). Refuses
// with not_found for another board's.
Result<BoardHome> read_board_home(postgres::BoardTx& tx, const std::optional<AuditId>& wave,
                                  Instant now);

}  // namespace onereturn::reporting
