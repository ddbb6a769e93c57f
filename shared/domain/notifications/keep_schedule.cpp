#include "domain/notifications/keep_schedule.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/notifications/chasing_rules.hpp"

namespace onereturn::notifications {

namespace {

constexpr int earliest_minute = 6 * 60;
constexpr int latest_minute = 21 * 60;
constexpr int shortest_day = 60;
constexpr int invented_days = 30;
constexpr std::size_t steps_max = 40;

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Only a board manager sets up reminders."};
}

Problem no_such_step() {
  return {ProblemCode::not_found, "not-found", "There is no such reminder here."};
}

Problem changed_meanwhile() {
  return {ProblemCode::conflict, "changed-meanwhile",
          "Somebody has saved this meanwhile. Nothing was lost: look at it again."};
}

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
}

bool may_write(const postgres::BoardTx& tx) { return tx.actor().role == "manager"; }

Result<ChaseStep> step_of(postgres::BoardTx& tx, const StepId& id) {
  const auto steps = load_chase_steps(tx);
  const auto found =
      std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step.step == id; });
  if (found == steps.end()) return no_such_step();
  return *found;
}

// Whoever changes what goes out when wants it looked at from then on.
void look_again(postgres::BoardTx& tx, const Holidays& holidays, Instant now) {
  const auto settings = load_chase_settings(tx);
  wake_board_at(
      tx, settings.on ? std::optional(next_working_time(settings, holidays, now)) : std::nullopt);
}

// What stands for {form} where nothing of the kind is due.
const char* invented_form(About about) {
  switch (about) {
    case About::request:
      break;
    case About::action:
      return "An action";
    case About::plan:
      return "The plan after Section 11 self-assessment";
    case About::evidence:
      return "Evidence for Section 11 self-assessment";
  }
  return "Section 11 self-assessment";
}

ChaseSettings read_settings(const WriteSettings& typed, Problem& problem) {
  ChaseSettings settings;
  settings.version = typed.version + 1;
  settings.on = typed.on;
  const auto from = read_time(tidy_line(typed.from));
  const auto until = read_time(tidy_line(typed.until));
  if (!from || *from < earliest_minute) {
    problem.fields.push_back({"from", "Enter a time from 6:00, like 9:00"});
  }
  if (!until || *until > latest_minute) {
    problem.fields.push_back({"until", "Enter a time up to 21:00, like 16:30"});
  } else if (from && *until - *from < shortest_day) {
    problem.fields.push_back({"until", "Leave at least an hour between the two times"});
  }
  settings.from_minute = from.value_or(settings.from_minute);
  settings.until_minute = until.value_or(settings.until_minute);
  settings.weekdays.clear();
  for (int day = 1; day <= 7; ++day) {
    const auto code = std::to_string(day);
    if (std::find(typed.weekdays.begin(), typed.weekdays.end(), code) != typed.weekdays.end()) {
      settings.weekdays.push_back(day);
    }
  }
  if (settings.weekdays.empty()) {
    problem.fields.push_back({"weekdays", "Choose at least one day of the week"});
  }
  return settings;
}

}  // namespace

Schedule read_schedule(postgres::BoardTx& tx) {
  return {load_chase_settings(tx), load_chase_steps(tx), load_chase_pauses(tx)};
}

Result<Done> save_settings(postgres::BoardTx& tx, const WriteSettings& typed,
                           const Holidays& holidays, Instant now) {
  if (!may_write(tx)) return not_permitted();
  auto problem = nothing_wrong();
  const auto settings = read_settings(typed, problem);
  if (!problem.fields.empty()) return problem;
  if (load_chase_settings(tx).version != typed.version ||
      !insert_chase_settings(tx, settings, now)) {
    return changed_meanwhile();
  }
  look_again(tx, holidays, now);
  audit_log::record(tx, {settings.on ? "reminders.on" : "reminders.off", "chase_setting",
                         std::to_string(settings.version)});
  return Done{};
}

Result<Done> take_usual_steps(postgres::BoardTx& tx, const Holidays& holidays, Instant now) {
  if (!may_write(tx)) return not_permitted();
  if (!load_chase_steps(tx).empty()) {
    return Problem{ProblemCode::conflict, "conflict", "There are reminders already."};
  }
  for (auto& step : usual_steps()) {
    step.step = StepId::random();
    step.version = 1;
    insert_chase_step(tx, step, false, now);
    audit_log::record(tx, {"reminder.added", "chase_step", step.step.text()});
  }
  look_again(tx, holidays, now);
  return Done{};
}

Result<StepId> add_step(postgres::BoardTx& tx, const WriteStep& typed, const Holidays& holidays,
                        Instant now) {
  if (!may_write(tx)) return not_permitted();
  auto read = read_step(typed, load_chase_settings(tx));
  if (!read.problem.fields.empty()) return read.problem;
  if (load_chase_steps(tx).size() >= steps_max) {
    return Problem{ProblemCode::conflict, "conflict",
                   "There are forty reminders. Remove one before you add another."};
  }
  read.step.step = StepId::random();
  read.step.version = 1;
  insert_chase_step(tx, read.step, false, now);
  audit_log::record(tx, {"reminder.added", "chase_step", read.step.step.text()});
  look_again(tx, holidays, now);
  return read.step.step;
}

Result<Done> change_step(postgres::BoardTx& tx, const StepId& step, int version,
                         const WriteStep& typed, const Holidays& holidays, Instant now) {
  if (!may_write(tx)) return not_permitted();
  const auto before = step_of(tx, step);
  if (!before) return before.problem();
  auto read = read_step(typed, load_chase_settings(tx));
  if (!read.problem.fields.empty()) return read.problem;
  if (before->version != version) return changed_meanwhile();
  read.step.step = step;
  read.step.version = version + 1;
  if (!insert_chase_step(tx, read.step, false, now)) return changed_meanwhile();
  audit_log::record(tx, {"reminder.changed", "chase_step", step.text()});
  look_again(tx, holidays, now);
  return Done{};
}

Result<Done> remove_step(postgres::BoardTx& tx, const StepId& step, int version, Instant now) {
  if (!may_write(tx)) return not_permitted();
  auto before = step_of(tx, step);
  if (!before) return before.problem();
  if (before->version != version) return changed_meanwhile();
  before->version = version + 1;
  if (!insert_chase_step(tx, *before, true, now)) return changed_meanwhile();
  audit_log::record(tx, {"reminder.removed", "chase_step", step.text()});
  return Done{};
}

Result<Done> pause(postgres::BoardTx& tx, const WritePause& typed, Instant now) {
  if (!may_write(tx)) return not_permitted();
  const auto entry = EntryId::parse(typed.entry);
  const auto step = StepId::parse(typed.step);
  const bool both = !typed.entry.empty() && !typed.step.empty();
  if (both || (!typed.entry.empty() && !entry) || (!typed.step.empty() && !step)) {
    return no_such_step();
  }
  if (entry && !agency_register::read_people(tx, *entry)) return no_such_step();
  if (step) {
    const auto found = step_of(tx, *step);
    if (!found) return found.problem();
  }
  auto problem = nothing_wrong();
  const auto reason = tidy_line(typed.reason);
  const auto length = count_characters(reason);
  if (!length || *length > line_characters_max) {
    problem.fields.push_back({"reason", "Use 300 characters or fewer that can be printed"});
    return problem;
  }
  if (insert_chase_pause(tx, entry, step, reason, now)) {
    const auto* kind = entry ? "register_entry" : step ? "chase_step" : "chase_setting";
    audit_log::record(tx, {"reminders.paused", kind, typed.entry + typed.step});
  }
  return Done{};
}

Result<Done> end_pause(postgres::BoardTx& tx, const PauseId& pause, const Holidays& holidays,
                       Instant now) {
  if (!may_write(tx)) return not_permitted();
  if (!end_chase_pause(tx, pause, now)) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such pause."};
  }
  audit_log::record(tx, {"reminders.resumed", "chase_pause", pause.text()});
  look_again(tx, holidays, now);
  return Done{};
}

Result<Preview> preview_step(postgres::BoardTx& tx, const ChaseStep& step,
                             const std::string& organisation, Instant now,
                             const std::string& origin) {
  const auto today = day_in_england(now);
  const auto all = load_preview_organisations(tx);
  const auto chosen = std::find_if(
      all.begin(), all.end(), [&](const auto& each) { return each.entry.text() == organisation; });
  const auto* meant = chosen != all.end() ? &*chosen : all.empty() ? nullptr : &all.front();
  if (meant == nullptr) {
    return Problem{ProblemCode::not_found, "not-found", "There is no organisation to show it for."};
  }
  Preview preview{meant->name, true, {}};
  ChaseSubject subject{step.about,
                       {},
                       meant->entry,
                       meant->name,
                       invented_form(step.about),
                       Date{std::chrono::sys_days{today} + std::chrono::days{invented_days}}};
  const auto board = load_chase_board(tx, today);
  const auto real = std::find_if(
      board.subjects.begin(), board.subjects.end(),
      [&](const auto& each) { return each.entry == meant->entry && each.about == step.about; });
  if (real != board.subjects.end()) {
    subject = *real;
    preview.invented = false;
  }
  const auto person = std::find_if(board.contacts.begin(), board.contacts.end(),
                                   [&](const auto& each) { return each.entry == meant->entry; });
  const auto name = person == board.contacts.end() ? std::string{"Sam Example"} : person->name;
  preview.letter = letter_of({{&step, &subject}}, name, tx.actor().party_name, today, origin);
  return preview;
}

}  // namespace onereturn::notifications
