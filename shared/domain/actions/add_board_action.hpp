#pragma once

#include "base/result.hpp"
#include "domain/actions/board_action_rules.hpp"
#include "domain/actions/follow_action.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::actions {

// An action that the board makes itself: by hand about an organisation of its register, or out of
// the evaluation of a return.
struct AddAction {
  std::optional<EntryId> entry;         // by hand
  std::optional<ReturnId> from_return;  // out of its evaluation
  std::vector<std::string> places;      // items, or sections, of the form
  ActionWords words;
  std::optional<Date> by_on;
  std::optional<PersonId> with;
  Instant at;
};

// Where a form to add one begins.
struct ToAdd {
  std::string organisation;  // of the return; "" by hand
  bool withheld = false;     // the organisation has it from the release on
  std::vector<Named> entries;
  std::vector<Named> people;
  Forms forms;
  std::optional<frameworks::VersionRef> form;  // whose items it may be about
};
// Refuses with forbidden for a role that only reads, with not_found for a return of nobody here.
Result<ToAdd> to_add_action(postgres::BoardTx& tx, const std::optional<ReturnId>& from_return,
                            Date today);

// Refuses as to_add_action, and with invalid, a field each. A number of words without an
// organisation, a place that the form does not have, somebody who is not of the board: invalid.
Result<ActionId> add_board_action(postgres::BoardTx& tx, const AddAction& command);

}  // namespace onereturn::actions
