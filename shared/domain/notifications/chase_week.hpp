#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/notifications/chase_mail_store.hpp"
#include "domain/notifications/chase_text.hpp"
#include "domain/notifications/chasing.hpp"
#include "domain/notifications/holidays.hpp"
#include "platform/postgres/transaction.hpp"

// What goes out in the next seven days, and the say that a manager has about it.
namespace onereturn::notifications {

// The same step at the same time, for some number of organisations.
struct WeekGroup {
  ChaseStep step;
  Instant at;       // as planned, which is what names the group
  Instant goes_at;  // later than planned when that has passed: the next working moment
  int goes = 0;
  int waits = 0;  // for a yes
  int stopped = 0;
  int paused = 0;
  int nobody = 0;

  int all() const { return goes + waits + stopped + paused + nobody; }
};

struct Week {
  ChaseSettings settings;
  std::vector<WeekGroup> groups;
  std::vector<ChasePause> pauses;
  ChaseCounts last_week;
  std::optional<int> holidays_known_until;  // when that ends within a year
};
Week read_week(postgres::BoardTx& tx, const Holidays& holidays, Instant now);
// The same for whoever only asks what goes: nothing but the settings where all is switched off.
Week read_week_that_goes(postgres::BoardTx& tx, const Holidays& holidays, Instant now);

// One group, organisation by organisation.
struct GroupLine {
  std::string subject;
  EntryId entry;
  std::string organisation;
  std::string form;
  Date due_on;
  Standing standing = Standing::goes;
  std::vector<std::string> to;  // names with addresses
};
struct WeekGroupLines {
  ChaseStep step;
  Instant at;
  Instant goes_at;
  std::vector<GroupLine> lines;
  ChaseLetter letter;  // as the first of them would get it
};
// Refuses with not_found what is no step of this board, or goes to nobody on that day.
Result<WeekGroupLines> read_group(postgres::BoardTx& tx, const Holidays& holidays,
                                  const StepId& step, Date day, Instant now,
                                  const std::string& origin);

// "stop", "go" (not stopped after all) or "approve", for these organisations' subjects, or for all
// of the group when none is named: then "approve" is for those alone that wait for a yes. For the
// manager. What is no longer in the group is left out.
Result<int> decide(postgres::BoardTx& tx, const Holidays& holidays, const StepId& step, Date day,
                   const std::vector<std::string>& subjects, const std::string& what, Instant now);

// What went to an organisation, a page of it, the newest first; not_found for another board's.
struct ChaseLog {
  std::string organisation;
  std::vector<ChaseLogLine> lines;
  int page = 1;
  bool more = false;                // something older is on the next page
  std::optional<ChasePause> pause;  // of this organisation
};
Result<ChaseLog> read_chase_log(postgres::BoardTx& tx, const EntryId& entry, int page = 1);

// The organisations whose returns are so late that the last rung was reached: the chair's list.
std::vector<GroupLine> chairs_list(postgres::BoardTx& tx, Date today);

}  // namespace onereturn::notifications
