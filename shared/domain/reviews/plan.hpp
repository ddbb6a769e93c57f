#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// A plan that a board demands from an agency after a return: the agency offers its commitments as
// one, a group of the board ratifies it, or it is asked for again. Every version stays.
namespace onereturn::reviews {

using PlanId = Id<struct PlanTag>;

// closed: the organisation is in the board's register no more, and nobody waits for its plan.
enum class PlanState { asked, overdue, offered, ratified, withdrawn, closed };

struct PlanLine {
  std::string about;
  std::string what;
  std::string how;
  std::string lead;
  std::optional<Date> by_on;
  std::string progress;

  bool operator==(const PlanLine&) const = default;
};

// What the board said to one version: ratified by a group, or asked for again.
struct PlanAnswer {
  bool ratified = false;
  std::string by_group;
  std::optional<Date> on_day;
  std::string minute_ref;
  std::string words;
  std::optional<Date> due_on;  // of the next version
  Instant at;
};

struct PlanOffer {
  int number = 1;
  std::string words;
  std::string by;  // who offered it
  Instant at;
  std::vector<PlanLine> lines;
  std::optional<PlanAnswer> answer;
};

struct Plan {
  PlanId plan;
  ReturnId return_id;
  std::string organisation;  // for the board: who offers
  std::string board;         // for the agency: who demands
  std::string title;         // of the return
  std::string words;
  Date due_on;  // of the first version
  Instant asked_at;
  std::optional<Instant> withdrawn_at;
  bool organisation_closed = false;  // as the board's register has it
  std::vector<PlanOffer> offers;     // the newest first; in a list, the newest alone, without lines
};

// A commitment that an agency may put into a plan.
struct PlanChoice {
  CommitmentId commitment;
  PlanLine line;
  bool with_board = false;  // this board has it already
};

PlanState state_of(const Plan& plan, Date today);
// The day by which the board wants the plan, or its next version.
Date wanted_by(const Plan& plan);

}  // namespace onereturn::reviews
