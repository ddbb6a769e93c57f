#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "platform/postgres/database.hpp"

namespace onereturn::postgres {

// One piece of work that this worker holds until its lease ends. `lease` enters its scope.
struct ClaimedJob {
  JobLease lease;
  std::string kind;
  int tries = 1;          // this one included
  std::string caused_by;  // the request that led to it; empty when none did
};

// The worker's side of the one queue: functions of the database, one round trip each. Leases go by
// the database's clock. Throws StoreUnavailable, OutcomeUnknown.
class JobQueue {
 public:
  explicit JobQueue(Database& database) : database_(database) {}

  // Up to `count_max` due jobs, each with a new fencing number.
  std::vector<ClaimedJob> claim(int count_max, std::chrono::seconds lease);

  // The same for one paper of a lane ("make_paper", "make_long_paper"): boards take turns there.
  std::optional<ClaimedJob> claim_paper(const std::string& kind, std::chrono::seconds lease);

  // Puts the job back, with a delay that grows, or parks it after its last try. `reason` is read by
  // people. Answers the new state; nothing when another worker holds the job by now.
  std::optional<std::string> fail(const JobLease& lease, const std::string& reason);

  // What the job needs is away: it waits for `delay`, and this try does not count. False when
  // another worker holds it by now.
  bool postpone(const JobLease& lease, std::chrono::seconds delay, const std::string& reason);

  // Gives a job back untried. False when another worker holds it by now.
  bool release(const JobLease& lease);

  // Puts back what dead workers held. Answers how many jobs changed.
  int sweep();

  // Announces one job for each party that has entries of its trail to seal, due after the delay.
  // Answers how many.
  int announce_trails(std::chrono::seconds delay);

  // Announces one job for each agency that has written something, or was asked for something, since
  // its progress was counted. Answers how many.
  int announce_progress(std::chrono::seconds delay);

  // Removes what has been kept for as long as the data catalogue says: jobs done, sessions and
  // mails long ended, old links. Answers how many rows.
  std::int64_t keep_house();

  // Announces the jobs of whoever asked to be looked after by that day. Answers how many.
  int announce_woken(Date today);
  // Asks so for an agency. Nothing happens for a party that is none.
  void wake_agency(const PartyId& agency, Date day);

 private:
  Database& database_;
};

}  // namespace onereturn::postgres
