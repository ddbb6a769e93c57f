#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actions/board_action_rules.hpp"
#include "domain/documents/document.hpp"

// A board's actions on paper: how they stood at the end of a day, and the tables of them. Pure.
namespace onereturn::reporting {

using actions::BoardAction;

// An entry of an action's history that says where it stands: "status", "moved", "verified",
// "closed" or "reopened".
struct ActionEvent {
  ActionId action;
  int number = 0;
  std::string kind;
  std::string point, was_point;
  std::string text;  // of an end: what was seen, or why
  std::optional<Date> was_on, by_on;
  Instant at{};
};
// By action, each in the order in which they happened.
using ActionEvents = std::map<ActionId, std::vector<ActionEvent>>;

// Where an action stood when that day was over, from where it stands now and what happened since
// then. One that had ended before the first event that is known has an `ended_at` before all days.
BoardAction as_it_stood(BoardAction action, const std::vector<ActionEvent>& events,
                        const actions::Forms& forms, Date day);

// What was seen when it ended, or why it was closed; "" for one that is open.
std::string closing_words(const BoardAction& action, const ActionEvents& events);

// "Off target, 12 days late", "Complete, verified 9 February 2027", "No status yet".
std::string standing_words(const BoardAction& action, const actions::Forms& forms, Date day);

struct ActionTable {
  std::string caption;
  std::string name;  // of its sheet
  bool organisation = true;
  bool closing = false;  // with what was seen at the end
  bool risks = false;
};
// Numbered from 1. What is to be done and how stands whole, in its paragraphs.
documents::Table table_of(const std::vector<const BoardAction*>& list, const actions::Forms& forms,
                          const ActionEvents& events, const ActionTable& table, Date day);

// "Review the supervision policy (Fenwick Lane, by 3 May 2027)".
std::string action_point(const BoardAction& action);

}  // namespace onereturn::reporting
