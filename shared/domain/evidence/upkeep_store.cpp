#include "domain/evidence/upkeep_store.hpp"

#include "domain/evidence/sql.hpp"

namespace onereturn::evidence {

Date day_after(Date day, int days) { return std::chrono::sys_days{day} + std::chrono::days{days}; }

void wake_on(postgres::AgencyTx& tx, const std::vector<Date>& days) { tx.run(sql::wake_on, days); }

void wake_at_once(postgres::AgencyJobTx& tx) {
  tx.run(sql::wake_on, std::vector<Date>{Date{std::chrono::sys_days{}}});
}

void wake_on_next(postgres::AgencyJobTx& tx, Date today) {
  const auto next =
      tx.run(sql::next_waking, today, reminder_days, unused_days).one().date_if("on_day");
  if (next) tx.run(sql::wake_on, std::vector<Date>{*next});
}

std::vector<RunsOut> take_running_out(postgres::AgencyJobTx& tx, Date today, Instant now) {
  std::vector<RunsOut> all;
  for (const postgres::Row row :
       tx.run(sql::note_reminders, today, now, late_days, reminder_days)) {
    all.push_back({.evidence = row.id<EvidenceId>("evidence_id"),
                   .on = row.date("expires_on"),
                   .over = row.view("stage") == "over"});
  }
  return all;
}

std::vector<Keeper> load_keepers(postgres::AgencyJobTx& tx, const EvidenceId& evidence) {
  std::vector<Keeper> keepers;
  for (const postgres::Row row : tx.run(sql::who_looks_after, evidence)) {
    keepers.push_back({.person = row.id<PersonId>("person_id"),
                       .name = row.text("person_name"),
                       .email = row.text("email")});
  }
  return keepers;
}

std::string load_own_name(postgres::AgencyJobTx& tx) {
  return tx.run(sql::own_name).one().text("name");
}

AgencyId load_own_id(postgres::AgencyJobTx& tx) {
  return tx.run(sql::own_name).one().id<AgencyId>("party_id");
}

std::vector<PartyId> load_keeping_parties(postgres::AgencyJobTx& tx) {
  std::vector<PartyId> parties{load_own_id(tx)};
  for (const postgres::Row row : tx.run(sql::rooms_within))
    parties.push_back(row.id<PartyId>("party_id"));
  return parties;
}

void finish_upkeep(postgres::AgencyJobTx& tx, const JobId& job, std::int64_t fence) {
  tx.run(sql::finish_scan, job, fence);
}

}  // namespace onereturn::evidence
