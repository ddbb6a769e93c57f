#include "domain/notifications/tell_leads.hpp"

#include <chrono>

#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/sql.hpp"

namespace onereturn::notifications {

namespace {

// The database waits by its own clock, so it is told how long and not until when.
int seconds_to_wait(postgres::BoardTx& tx, const Holidays& holidays, Instant now) {
  const auto from = next_working_time(load_chase_settings(tx), holidays, now);
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(from - now).count());
}

}  // namespace

int tell_of_requests(postgres::BoardTx& tx, const Holidays& holidays,
                     const std::vector<RequestId>& requests, Instant now) {
  if (requests.empty()) return 0;
  const auto rows = tx.run(sql::tell_of_requests, requests, day_in_england(now),
                           seconds_to_wait(tx, holidays, now));
  return rows.one().number("told");
}

ToldOfWave tell_of_wave(postgres::BoardTx& tx, const Holidays& holidays, const AuditId& wave,
                        Instant now) {
  const auto rows =
      tx.run(sql::tell_of_wave, wave, now, day_in_england(now), seconds_to_wait(tx, holidays, now));
  const auto row = rows.one();
  return {row.number("told"), row.number("not_joined")};
}

int tell_of_return(postgres::BoardTx& tx, const Holidays& holidays, const ReturnId& id,
                   AskedOf what, const std::optional<Date>& due_on, Instant now) {
  const auto* kind = what == AskedOf::plan ? "plan_asked" : "evidence_asked";
  const auto rows = tx.run(sql::tell_of_return, id, kind, due_on, day_in_england(now),
                           seconds_to_wait(tx, holidays, now));
  return rows.one().number("told");
}

}  // namespace onereturn::notifications
