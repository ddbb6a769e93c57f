#pragma once

#include "domain/actions/board_action_rules.hpp"
#include "domain/actions/board_actions.hpp"
#include "platform/postgres/transaction.hpp"

// The board's door to its actions and their history. A foreign id is an id that is not there.
namespace onereturn::actions {

ListedActions read_actions(postgres::BoardTx& tx, const ActionFilter& filter, Date today);
std::optional<BoardAction> read_action(postgres::BoardTx& tx, const ActionId& action, Date today);
std::vector<HistoryEntry> read_history(postgres::BoardTx& tx, const ActionId& action);
std::vector<ActionPiece> read_pieces(postgres::BoardTx& tx, const ActionId& action);

TabCounts read_tabs(postgres::BoardTx& tx, Date today);
// Those that are open, and those that ended on that day or later.
std::vector<StandingCount> read_standings(postgres::BoardTx& tx, Date ended_since);
std::vector<Named> read_organisations(postgres::BoardTx& tx);
std::vector<Named> read_people_now(postgres::BoardTx& tx);

// The newest version of each of the board's own forms.
std::vector<frameworks::VersionRef> read_own_forms(postgres::BoardTx& tx);
Forms load_forms(postgres::BoardTx& tx, const std::vector<frameworks::VersionRef>& refs);

// Everything of the action that may change. False when its version is another by now.
bool update_action(postgres::BoardTx& tx, const BoardAction& action, Instant at);
int insert_history(postgres::BoardTx& tx, const ActionId& action, const HistoryEntry& entry);

// Whom an action can be about: an entry of the register, or the organisation of a return.
struct AboutWhom {
  std::optional<EntryId> entry;
  std::optional<AgencyId> agency;
  std::optional<UnitId> unit;
  std::string name;
  std::optional<ReturnId> from_return;
  std::optional<int> version_no;
  std::optional<frameworks::VersionRef> form;
};
// Those that are not over on that day.
std::vector<AboutWhom> read_entries(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                                    Date today);
std::optional<AboutWhom> read_return(postgres::BoardTx& tx, const ReturnId& id);
ActionId insert_action(postgres::BoardTx& tx, const BoardAction& action, const AboutWhom& about,
                       const std::string& scheme);

// What is open about `goes` is about `stays` from now on; each says in its history whose it was.
std::vector<std::string> take_over(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                                   Instant at);

// Whether what the board says of that return now is what the agency has: released, and not being
// corrected. A release waits until the transaction that asked is over.
bool is_released(postgres::BoardTx& tx, const ReturnId& id);
// The agency has the actions of that return from now on; how many it had not.
int give_out(postgres::BoardTx& tx, const ReturnId& id, Instant at);

// Writes down that the board opened a piece. False when there is none.
bool note_opening(postgres::BoardTx& tx, const ActionId& action, int status_no, int number,
                  Instant at);

}  // namespace onereturn::actions
