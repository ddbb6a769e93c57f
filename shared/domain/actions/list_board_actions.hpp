#pragma once

#include "base/result.hpp"
#include "domain/actions/board_action_rules.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::actions {

// Who of a board writes in its actions; everybody of a board reads them.
bool may_follow(std::string_view role);

// One page of the list with what stands around it. The forms are those in whose schemes actions
// stand, and the board's own.
struct ActionsPage {
  ListedActions actions;
  ActionsAround around;
  Forms forms;
  bool may_export = false;  // the person may take it along
};
// What a chosen standard means is known only with the forms: `sections` are codes of sections.
Result<ActionsPage> list_board_actions(postgres::BoardTx& tx, ActionFilter filter,
                                       const std::vector<std::string>& sections, Date today);

// Every one that the filter lets through, up to ten thousand, to take along. Refuses with
// forbidden whoever has no right to take lists along.
Result<ActionsPage> export_board_actions(postgres::BoardTx& tx, ActionFilter filter,
                                         const std::vector<std::string>& sections, Date today);

struct OneAction {
  BoardActionFile file;
  Forms forms;
  std::vector<Named> people;
};
// Refuses with not_found.
Result<OneAction> read_board_action(postgres::BoardTx& tx, const ActionId& action, Date today);

// The improvement plan of a period: what is open, and what ended in it, by standard.
struct ImprovementPlan {
  std::vector<PlanPart> parts;
  std::vector<RoleCount> counts;
  Forms forms;
  int open = 0, overdue = 0, ended = 0;
  bool may_export = false;
};
Result<ImprovementPlan> read_plan(postgres::BoardTx& tx, Date from, Date to, Date today);
// The same to take along. Refuses with forbidden whoever has no right to take lists along.
Result<ImprovementPlan> export_plan(postgres::BoardTx& tx, Date from, Date to, Date today);

}  // namespace onereturn::actions
