#include "domain/notifications/chase_week.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/agency_register/contacts_store.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chase_text.hpp"
#include "domain/notifications/chasing_rules.hpp"

namespace onereturn::notifications {

namespace {

constexpr int week_days = 6;
constexpr int days_back = 7;
constexpr int log_lines = 50;

Problem no_such_group() {
  return {ProblemCode::not_found, "not-found", "Nothing of this kind goes out on that day."};
}

Date shifted(Date day, int days) {
  return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

void count(WeekGroup& group, Standing standing) {
  switch (standing) {
    case Standing::goes:
      ++group.goes;
      break;
    case Standing::waits:
      ++group.waits;
      break;
    case Standing::stopped:
      ++group.stopped;
      break;
    case Standing::paused:
      ++group.paused;
      break;
    case Standing::nobody:
      ++group.nobody;
      break;
  }
}

struct Found {
  ChaseBoard board;
  std::vector<Planned> planned;
};

// What stands under one heading: this step on that day of the plan.
Found find_group(postgres::BoardTx& tx, const Holidays& holidays, const StepId& step, Date day,
                 Instant now) {
  const auto today = day_in_england(now);
  Found found{load_chase_board(tx, today), {}};
  found.planned = planned_until(found.board, holidays, today, shifted(today, week_days));
  std::erase_if(found.planned, [&](const Planned& each) {
    return found.board.steps[each.step].step != step || day_in_england(each.at) != day;
  });
  return found;
}

// What was planned for a moment that has passed goes in the next working one.
Instant really_at(const ChaseBoard& board, const Holidays& holidays, Instant planned, Instant now) {
  return planned > now ? planned : next_working_time(board.settings, holidays, now);
}

GroupLine line_of(const ChaseBoard& board, const Planned& planned) {
  const auto& subject = board.subjects[planned.subject];
  GroupLine line{subject.id,
                 subject.entry,
                 subject.organisation,
                 subject.form,
                 subject.due_on,
                 planned.standing,
                 {}};
  for (const auto at : planned.contacts) {
    if (board.steps[planned.step].rung == Rung::chair) {
      line.to.emplace_back("The chair");
    } else {
      line.to.push_back(board.contacts[at].name + ", " + board.contacts[at].email);
    }
  }
  return line;
}

}  // namespace

Week read_week(postgres::BoardTx& tx, const Holidays& holidays, Instant now) {
  const auto today = day_in_england(now);
  const auto board = load_chase_board(tx, today);
  Week week{board.settings,
            {},
            board.pauses,
            count_chasing(tx, now - std::chrono::days{days_back}),
            holidays_end_soon(holidays, today)};
  std::map<std::pair<Instant, std::size_t>, WeekGroup> groups;
  for (const auto& each : planned_until(board, holidays, today, shifted(today, week_days))) {
    auto& group = groups[{each.at, each.step}];
    group.step = board.steps[each.step];
    group.at = each.at;
    group.goes_at = really_at(board, holidays, each.at, now);
    count(group, each.standing);
  }
  for (auto& [key, group] : groups)
    week.groups.push_back(std::move(group));
  return week;
}

Week read_week_that_goes(postgres::BoardTx& tx, const Holidays& holidays, Instant now) {
  auto settings = load_chase_settings(tx);
  if (settings.on) return read_week(tx, holidays, now);
  Week week;
  week.settings = std::move(settings);
  return week;
}

Result<WeekGroupLines> read_group(postgres::BoardTx& tx, const Holidays& holidays,
                                  const StepId& step, Date day, Instant now,
                                  const std::string& origin) {
  const auto found = find_group(tx, holidays, step, day, now);
  if (found.planned.empty()) return no_such_group();
  // As one of those would get it that get it.
  const auto gets_it = [](const Planned& each) {
    return !each.contacts.empty() &&
           (each.standing == Standing::goes || each.standing == Standing::waits);
  };
  const auto getting = std::find_if(found.planned.begin(), found.planned.end(), gets_it);
  const auto& first = getting == found.planned.end() ? found.planned.front() : *getting;
  WeekGroupLines group{found.board.steps[first.step],
                       first.at,
                       really_at(found.board, holidays, first.at, now),
                       {},
                       {}};
  for (const auto& each : found.planned)
    group.lines.push_back(line_of(found.board, each));
  const auto& board = found.board;
  const auto name = first.contacts.empty() || group.step.rung == Rung::chair
                        ? std::string{"Sam Example"}
                        : board.contacts[first.contacts.front()].name;
  group.letter = letter_of({{&group.step, &board.subjects[first.subject]}}, name,
                           tx.actor().party_name, day_in_england(group.goes_at), origin);
  return group;
}

Result<int> decide(postgres::BoardTx& tx, const Holidays& holidays, const StepId& step, Date day,
                   const std::vector<std::string>& subjects, const std::string& what, Instant now) {
  if (tx.actor().role != "manager") {
    return Problem{ProblemCode::forbidden, "not-permitted",
                   "Only a board manager stops or approves reminders."};
  }
  if (what != "stop" && what != "go" && what != "approve") {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Say whether it is to go.",
                   {{"what", "Choose whether it is to go"}}};
  }
  const auto found = find_group(tx, holidays, step, day, now);
  if (found.planned.empty()) return no_such_group();
  std::vector<const ChaseSubject*> meant;
  for (const auto& each : found.planned) {
    const auto& subject = found.board.subjects[each.subject];
    // A yes to all is for those that wait for one: whom somebody stopped stays stopped.
    const bool all = subjects.empty() && (what != "approve" || each.standing == Standing::waits);
    const bool named = std::find(subjects.begin(), subjects.end(), subject.id) != subjects.end();
    if (all || named) meant.push_back(&subject);
  }
  if (meant.empty()) return no_such_group();
  insert_chase_decisions(tx, step, meant, what, now);
  const auto& settings = found.board.settings;
  if (what != "stop" && settings.on) {
    wake_board_at(tx, next_working_time(settings, holidays, now));
  }
  const auto verb = what == "stop" ? "reminder.held_back"
                    : what == "go" ? "reminder.let_go"
                                   : "reminder.approved";
  audit_log::record(tx, {verb, "chase_step", step.text(),
                         std::to_string(meant.size()) + " organisations, " + to_iso(day)});
  return static_cast<int>(meant.size());
}

Result<ChaseLog> read_chase_log(postgres::BoardTx& tx, const EntryId& entry, int page) {
  const auto people = agency_register::read_people(tx, entry);
  if (!people) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such entry here."};
  }
  ChaseLog log;
  log.organisation = people->entry_name;
  log.page = page;
  log.lines = load_chase_log(tx, entry, log_lines + 1, (page - 1) * log_lines);
  log.more = log.lines.size() > log_lines;
  if (log.more) log.lines.resize(log_lines);
  for (auto& pause : load_chase_pauses(tx)) {
    if (pause.entry == entry) log.pause = std::move(pause);
  }
  return log;
}

std::vector<GroupLine> chairs_list(postgres::BoardTx& tx, Date today) {
  const auto board = load_chase_board(tx, today);
  std::optional<int> from;
  for (const auto& step : board.steps) {
    if (step.rung == Rung::chair && step.about == About::request && (!from || step.days < *from)) {
      from = step.days;
    }
  }
  std::vector<GroupLine> lines;
  for (const auto& subject : board.subjects) {
    if (!from || subject.about != About::request || days_between(subject.due_on, today) < *from) {
      continue;
    }
    lines.push_back({subject.id,
                     subject.entry,
                     subject.organisation,
                     subject.form,
                     subject.due_on,
                     Standing::goes,
                     {}});
  }
  std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
    return std::tie(a.due_on, a.organisation) < std::tie(b.due_on, b.organisation);
  });
  return lines;
}

}  // namespace onereturn::notifications
