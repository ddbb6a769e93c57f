#pragma once

#include "domain/fan_out/received_store.hpp"
#include "domain/sharing/look.hpp"

// What a transaction that entered a board's sight reads of it.
namespace onereturn::sharing {

void load_register(postgres::SessionTx& tx, const Looked& looked, Date today, RegisterSeen& seen);
std::vector<ExerciseFigures> load_exercises(postgres::SessionTx& tx);

// One row of a standard's levels, before it is known by its words.
struct LevelRow {
  std::string period;
  std::string standard;  // its code
  int level = 0;
  int count = 0;
  int fewest = 0;  // that answered one of its requirements
};
std::vector<LevelRow> load_levels(postgres::SessionTx& tx);

void load_releases(postgres::SessionTx& tx, const Looked& looked, ReleasesSeen& seen);
// The newest of a return with its body; nothing when there is none.
struct ReleaseRow {
  ReleaseLine line;
  std::string body;
};
std::optional<ReleaseRow> find_release(postgres::SessionTx& tx, const ReturnId& id);

void load_actions(postgres::SessionTx& tx, const Looked& looked, Date today, ActionsSeen& seen);
std::optional<actions::BoardAction> find_action(postgres::SessionTx& tx, const ActionId& id);
std::vector<actions::HistoryEntry> load_history(postgres::SessionTx& tx, const ActionId& id);

void load_returns(postgres::SessionTx& tx, const Looked& looked, ReturnsSeen& seen);
struct ReturnRow {
  ReturnLine line;
  frameworks::VersionRef form;
};
std::optional<ReturnRow> find_return(postgres::SessionTx& tx, const ReturnId& id);

}  // namespace onereturn::sharing
