#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

// The door to what is done for evidence on certain days: who is told that it runs out, and when to
// look again.
namespace onereturn::evidence {

// How long before its end a piece is spoken of, for how long after a missed day it still is, and
// for how long a file stays that nothing needs any more.
inline constexpr int reminder_days = 30;
inline constexpr int late_days = 14;
inline constexpr int unused_days = 30;

// That many days later, or earlier.
Date day_after(Date day, int days);

// The worker looks after the agency's evidence on these days, or at once for days that are over.
void wake_on(postgres::AgencyTx& tx, const std::vector<Date>& days);
void wake_at_once(postgres::AgencyJobTx& tx);
// The same for the next day after this one on which there is something to do.
void wake_on_next(postgres::AgencyJobTx& tx, Date today);

// A piece of which somebody has to be told, who has not been told before.
struct RunsOut {
  EvidenceId evidence;
  Date on;
  bool over = false;  // the day has come
};
// Writes down that they were told, in the same transaction: nobody else finds them again.
std::vector<RunsOut> take_running_out(postgres::AgencyJobTx& tx, Date today, Instant now);

struct Keeper {
  PersonId person;
  std::string name;
  std::string email;
};
// Whoever saved it last, and the leads of its unit and of the whole agency.
std::vector<Keeper> load_keepers(postgres::AgencyJobTx& tx, const EvidenceId& evidence);
std::string load_own_name(postgres::AgencyJobTx& tx);
AgencyId load_own_id(postgres::AgencyJobTx& tx);
// Whose contents in the store are the agency's: its own, and those of the rooms that were merged
// into it.
std::vector<PartyId> load_keeping_parties(postgres::AgencyJobTx& tx);

// Closes the job of this transaction. Throws StaleFence.
void finish_upkeep(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence);

}  // namespace onereturn::evidence
