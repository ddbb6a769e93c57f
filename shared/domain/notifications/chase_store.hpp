#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notifications/chasing.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to a board's schedule: its hours, steps, pauses and decisions, and what is due.
namespace onereturn::notifications {

ChaseSettings load_chase_settings(postgres::Transaction& tx);
std::vector<ChaseStep> load_chase_steps(postgres::Transaction& tx);
std::vector<ChasePause> load_chase_pauses(postgres::Transaction& tx);

// Everything that decides what goes out around that day; for these subjects alone where some are
// named. The number of statements is the same for any number of organisations.
ChaseBoard load_chase_board(postgres::Transaction& tx, Date today,
                            const std::optional<std::vector<std::string>>& subjects = std::nullopt);
// The chairs; only within a job.
void load_chairs(postgres::PartyJobTx& tx, ChaseBoard& board);

// False when somebody has saved another version meanwhile.
bool insert_chase_settings(postgres::BoardTx& tx, const ChaseSettings& settings, Instant at);
bool insert_chase_step(postgres::BoardTx& tx, const ChaseStep& step, bool removed, Instant at);

// False when that is paused already.
bool insert_chase_pause(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                        const std::optional<StepId>& step, const std::string& reason, Instant at);
bool end_chase_pause(postgres::BoardTx& tx, const PauseId& pause, Instant at);

void insert_chase_decisions(postgres::BoardTx& tx, const StepId& step,
                            const std::vector<const ChaseSubject*>& subjects,
                            const std::string& what, Instant at);

// When the board is to be looked after next; nothing: no more.
void wake_board_at(postgres::Transaction& tx, const std::optional<Instant>& at);

// Some organisation of the register, for a preview: the one that is named, or the first.
struct PreviewOrganisation {
  EntryId entry;
  std::string name;
};
std::vector<PreviewOrganisation> load_preview_organisations(postgres::BoardTx& tx);

}  // namespace onereturn::notifications
