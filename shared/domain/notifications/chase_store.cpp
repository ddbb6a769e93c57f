#include "domain/notifications/chase_store.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/sql.hpp"

namespace onereturn::notifications {

namespace {

// Beyond the furthest step, the weeks in which one may still wait for a yes, and runs of days off.
constexpr int slack_days = 60;

About about_in(const postgres::Row& row) {
  const auto about = about_of(row.text("about"));
  ENSURE(about.has_value(), "the table knows what there is to be reminded of");
  return *about;
}

ChaseContact contact_of(const postgres::Row& row) {
  return {row.id<agency_register::ContactId>("contact_id"),
          row.id<EntryId>("entry_id"),
          row.text("role"),
          row.text("rung"),
          row.text("name"),
          row.text("email")};
}

Date shifted(Date day, int days) {
  return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

}  // namespace

ChaseSettings load_chase_settings(postgres::Transaction& tx) {
  ChaseSettings settings;
  const auto rows = tx.run(sql::chase_settings);
  if (rows.empty()) return settings;
  const auto row = rows[0];
  settings.version = row.number("version");
  settings.on = row.boolean("is_on");
  settings.from_minute = row.number("from_minute");
  settings.until_minute = row.number("until_minute");
  settings.weekdays.clear();
  for (const auto& day : row.list("weekdays"))
    settings.weekdays.push_back(std::stoi(day));
  settings.changed_by = row.text("changed_by");
  settings.changed_at = row.instant("changed_at");
  return settings;
}

std::vector<ChaseStep> load_chase_steps(postgres::Transaction& tx) {
  std::vector<ChaseStep> steps;
  for (const auto row : tx.run(sql::chase_steps)) {
    ChaseStep step;
    step.step = row.id<StepId>("step_id");
    step.version = row.number("version");
    step.about = about_in(row);
    step.days = row.number("days");
    step.at_minute = row.number("at_minute");
    step.rung = rung_of(row.text("rung")).value_or(Rung::person);
    step.name = row.text("name");
    step.subject = row.text("subject");
    step.body = row.text("body");
    step.needs_approval = row.boolean("needs_approval");
    steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<ChasePause> load_chase_pauses(postgres::Transaction& tx) {
  std::vector<ChasePause> pauses;
  for (const auto row : tx.run(sql::chase_pauses)) {
    pauses.push_back({row.id<PauseId>("pause_id"), row.id_if<EntryId>("entry_id"),
                      row.id_if<StepId>("step_id"), row.text("what"), row.text("reason"),
                      row.text("paused_by"), row.instant("paused_at")});
  }
  return pauses;
}

ChaseBoard load_chase_board(postgres::Transaction& tx, Date today,
                            const std::optional<std::vector<std::string>>& subjects) {
  ChaseBoard board;
  board.settings = load_chase_settings(tx);
  board.steps = load_chase_steps(tx);
  board.pauses = load_chase_pauses(tx);
  int before = 0;
  int after = 0;
  for (const auto& step : board.steps) {
    before = std::max(before, -step.days);
    after = std::max(after, step.days);
  }
  std::vector<std::string> ids;
  std::set<std::string> entries;
  for (const auto row : tx.run(sql::chase_subjects, shifted(today, -after - slack_days),
                               shifted(today, before + slack_days), subjects)) {
    board.board_name = row.text("board_name");
    board.subjects.push_back({about_in(row), row.text("subject_id"), row.id<EntryId>("entry_id"),
                              row.text("organisation"), row.text("form"), row.date("due_on"),
                              row.boolean("joined")});
    ids.push_back(row.text("subject_id"));
    entries.insert(row.text("entry_id"));
  }
  const std::vector<std::string> of_entries(entries.begin(), entries.end());
  for (const auto row : tx.run(sql::chase_contacts, of_entries))
    board.contacts.push_back(contact_of(row));
  for (const auto row : tx.run(sql::chase_decisions, ids)) {
    const auto what = row.text("what");
    board.decisions.push_back({row.id<StepId>("step_id"), row.text("subject_id"),
                               row.date("due_on"),
                               what == "stop"      ? Decision::stop
                               : what == "approve" ? Decision::approve
                                                   : Decision::none});
  }
  for (const auto row : tx.run(sql::chase_sent, ids))
    board.sent.push_back({row.id<StepId>("step_id"), row.text("subject_id"), row.date("due_on")});
  // Whoever looks at the plan needs not know who the chairs are: there is one, for the count.
  board.chairs = {{{}, {}, "chair", "chair", "The chair", ""}};
  return board;
}

void load_chairs(postgres::PartyJobTx& tx, ChaseBoard& board) {
  board.chairs.clear();
  for (const auto row : tx.run(sql::chase_chairs)) {
    ChaseContact chair;
    chair.role = "chair";
    chair.rung = "chair";
    chair.name = row.text("person_name");
    chair.email = row.text("email");
    board.chairs.push_back(std::move(chair));
  }
}

bool insert_chase_settings(postgres::BoardTx& tx, const ChaseSettings& settings, Instant at) {
  return tx.run(sql::insert_chase_settings, settings.version, settings.on, settings.from_minute,
                settings.until_minute, settings.weekdays, tx.actor().person_name, at)
             .affected() == 1;
}

bool insert_chase_step(postgres::BoardTx& tx, const ChaseStep& step, bool removed, Instant at) {
  return tx.run(sql::insert_chase_step, step.step, step.version, code_of(step.about), step.days,
                step.at_minute, code_of(step.rung), step.name, step.subject, step.body,
                step.needs_approval, removed, tx.actor().person_name, at)
             .affected() == 1;
}

bool insert_chase_pause(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                        const std::optional<StepId>& step, const std::string& reason, Instant at) {
  return tx.run(sql::insert_chase_pause, entry, step, reason, tx.actor().person_name, at)
             .affected() == 1;
}

bool end_chase_pause(postgres::BoardTx& tx, const PauseId& pause, Instant at) {
  return tx.run(sql::end_chase_pause, pause, tx.actor().person_name, at).affected() == 1;
}

void insert_chase_decisions(postgres::BoardTx& tx, const StepId& step,
                            const std::vector<const ChaseSubject*>& subjects,
                            const std::string& what, Instant at) {
  std::vector<std::string> ids;
  std::vector<std::string> days;
  for (const auto* subject : subjects) {
    ids.push_back(subject->id);
    days.push_back(to_iso(subject->due_on));
  }
  tx.run(sql::insert_chase_decisions, step, ids, days, what, tx.actor().person_name, at);
}

void wake_board_at(postgres::Transaction& tx, const std::optional<Instant>& at) {
  tx.run(sql::wake_board_at, at);
}

std::vector<PreviewOrganisation> load_preview_organisations(postgres::BoardTx& tx) {
  std::vector<PreviewOrganisation> all;
  for (const auto row : tx.run(sql::preview_organisations))
    all.push_back({row.id<EntryId>("entry_id"), row.text("name")});
  return all;
}

}  // namespace onereturn::notifications
