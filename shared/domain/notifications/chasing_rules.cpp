#include "domain/notifications/chasing_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/england.hpp"
#include "base/ensure.hpp"

namespace onereturn::notifications {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int made_up_for_days = 7;
constexpr int waits_for_yes_days = 30;
constexpr int longest_run_off = 400;
constexpr int holidays_known_ahead_days = 365;

constexpr std::array<std::pair<std::string_view, Rung>, 4> rungs{{
    {"person", Rung::person},
    {"lead", Rung::lead},
    {"board_member", Rung::board_member},
    {"chair", Rung::chair},
}};
constexpr std::array<std::pair<std::string_view, About>, 4> abouts{{{"return", About::request},
                                                                    {"action", About::action},
                                                                    {"plan", About::plan},
                                                                    {"evidence", About::evidence}}};

Date plus(Date day, int count) { return Date{sys_days{day} + days{count}}; }

Date nearest_working_day(const ChaseSettings& settings, const Holidays& holidays, Date day,
                         int way) {
  for (int steps = 0; steps < longest_run_off; ++steps) {
    if (is_working_day(settings, holidays, day)) return day;
    day = plus(day, way);
  }
  ENSURE(false, "there is a working day within a year");
  return day;
}

int within_hours(const ChaseSettings& settings, int minute) {
  return std::clamp(minute, settings.from_minute, settings.until_minute - 1);
}

// Where a rung finds nobody, the next of its line is written to.
const std::vector<std::string_view>& line_of(Rung rung) {
  static const std::vector<std::string_view> person{"return_contact", "section11_lead",
                                                    "safeguarding_lead", "head"};
  static const std::vector<std::string_view> lead{"section11_lead", "safeguarding_lead", "head"};
  static const std::vector<std::string_view> member{"board_member"};
  return rung == Rung::person ? person : rung == Rung::lead ? lead : member;
}

using ContactsOf = std::multimap<EntryId, std::size_t>;

std::vector<std::size_t> reached(const ChaseBoard& board, const ContactsOf& contacts, Rung rung,
                                 const EntryId& entry) {
  std::vector<std::size_t> found;
  if (rung == Rung::chair) {
    for (std::size_t at = 0; at < board.chairs.size(); ++at)
      found.push_back(at);
    return found;
  }
  const auto [first, last] = contacts.equal_range(entry);
  for (const auto role : line_of(rung)) {
    for (auto each = first; each != last; ++each) {
      if (board.contacts[each->second].role == role) found.push_back(each->second);
    }
    if (!found.empty()) return found;
  }
  return found;
}

// Which decisions, pauses and sendings there are, found at once for thousands of subjects.
class Looked {
 public:
  explicit Looked(const ChaseBoard& board) {
    for (const auto& each : board.decisions)
      decisions_[{each.step, each.subject, each.due_on}] = each.what;
    for (const auto& each : board.sent)
      sent_.insert({each.step, each.subject, each.due_on});
    for (const auto& pause : board.pauses) {
      if (pause.entry) entries_.insert(*pause.entry);
      if (pause.step) steps_.insert(*pause.step);
      if (!pause.entry && !pause.step) all_ = true;
    }
  }

  bool sent(const ChaseStep& step, const ChaseSubject& subject) const {
    return sent_.contains({step.step, subject.id, subject.due_on});
  }

  Standing standing(const ChaseStep& step, const ChaseSubject& subject) const {
    const auto decided = decisions_.find({step.step, subject.id, subject.due_on});
    const auto what = decided == decisions_.end() ? Decision::none : decided->second;
    if (what == Decision::stop) return Standing::stopped;
    if (all_ || entries_.contains(subject.entry) || steps_.contains(step.step)) {
      return Standing::paused;
    }
    return step.needs_approval && what != Decision::approve ? Standing::waits : Standing::goes;
  }

 private:
  // A step of a subject by the day it is due: for another day it is another reminder.
  using Due = std::tuple<StepId, std::string, Date>;
  std::map<Due, Decision> decisions_;
  std::set<Due> sent_;
  std::set<EntryId> entries_;
  std::set<StepId> steps_;
  bool all_ = false;
};

struct Moment {
  std::size_t step;
  Instant at;
  Date day;
};

// The steps of one subject that have not been overtaken by a later one of the same rung, nor by
// time, and whose day is not after `until`.
std::vector<Moment> moments_of(const ChaseBoard& board, const Holidays& holidays,
                               const ChaseSubject& subject, Date today, Date until) {
  std::vector<Moment> past;
  std::vector<Moment> coming;
  for (std::size_t at = 0; at < board.steps.size(); ++at) {
    const auto& step = board.steps[at];
    if (step.about != subject.about) continue;
    const auto moment = goes_at(step, subject.due_on, board.settings, holidays);
    const auto day = day_in_england(moment);
    if (sys_days{day} > sys_days{until}) continue;
    if (sys_days{day} > sys_days{today}) {
      coming.push_back({at, moment, day});
      continue;
    }
    const auto same_rung = std::find_if(past.begin(), past.end(), [&](const Moment& other) {
      return board.steps[other.step].rung == step.rung;
    });
    if (same_rung == past.end()) {
      past.push_back({at, moment, day});
    } else if (std::tie(same_rung->at, board.steps[same_rung->step].days) <
               std::tie(moment, step.days)) {
      *same_rung = {at, moment, day};
    }
  }
  std::erase_if(past, [&](const Moment& moment) {
    const int most =
        board.steps[moment.step].needs_approval ? waits_for_yes_days : made_up_for_days;
    return days_between(moment.day, today) > most;
  });
  past.insert(past.end(), coming.begin(), coming.end());
  return past;
}

}  // namespace

bool is_working_day(const ChaseSettings& settings, const Holidays& holidays, Date day) {
  const auto weekday = static_cast<int>(std::chrono::weekday{sys_days{day}}.iso_encoding());
  const bool on = std::find(settings.weekdays.begin(), settings.weekdays.end(), weekday) !=
                  settings.weekdays.end();
  return on && !is_bank_holiday(holidays, day);
}

bool is_working_time(const ChaseSettings& settings, const Holidays& holidays, Instant at) {
  const int minute = minute_in_england(at);
  return minute >= settings.from_minute && minute < settings.until_minute &&
         is_working_day(settings, holidays, day_in_england(at));
}

Instant goes_at(const ChaseStep& step, Date due_on, const ChaseSettings& settings,
                const Holidays& holidays) {
  const int way = step.days > 0 ? 1 : -1;
  const auto day = nearest_working_day(settings, holidays, plus(due_on, step.days), way);
  return at_in_england(day, within_hours(settings, step.at_minute));
}

Instant next_working_time(const ChaseSettings& settings, const Holidays& holidays, Instant from) {
  if (is_working_time(settings, holidays, from)) return from;
  auto day = day_in_england(from);
  if (minute_in_england(from) >= settings.from_minute) day = plus(day, 1);
  day = nearest_working_day(settings, holidays, day, 1);
  return at_in_england(day, settings.from_minute);
}

std::optional<Instant> next_look(const ChaseBoard& board, const Holidays& holidays, Instant now) {
  if (board.steps.empty()) return std::nullopt;
  auto day = nearest_working_day(board.settings, holidays, day_in_england(now), 1);
  for (;; day = nearest_working_day(board.settings, holidays, plus(day, 1), 1)) {
    std::optional<Instant> first;
    for (const auto& step : board.steps) {
      const auto at = at_in_england(day, within_hours(board.settings, step.at_minute));
      if (at > now && (!first || at < *first)) first = at;
    }
    if (first) return first;
  }
}

std::vector<Planned> planned_until(const ChaseBoard& board, const Holidays& holidays, Date today,
                                   Date until) {
  const Looked looked(board);
  ContactsOf contacts;
  for (std::size_t at = 0; at < board.contacts.size(); ++at)
    contacts.emplace(board.contacts[at].entry, at);
  std::vector<Planned> all;
  for (std::size_t at = 0; at < board.subjects.size(); ++at) {
    const auto& subject = board.subjects[at];
    for (const auto& moment : moments_of(board, holidays, subject, today, until)) {
      const auto& step = board.steps[moment.step];
      if (looked.sent(step, subject)) continue;
      Planned planned{at, moment.step, moment.at, looked.standing(step, subject),
                      reached(board, contacts, step.rung, subject.entry)};
      // A yes to writing to nobody says nothing about whoever is added later.
      const bool would_go = planned.standing == Standing::goes ||
                            (planned.standing == Standing::waits && step.rung != Rung::chair);
      if (would_go && planned.contacts.empty()) planned.standing = Standing::nobody;
      all.push_back(std::move(planned));
    }
  }
  std::stable_sort(all.begin(), all.end(), [&](const Planned& one, const Planned& other) {
    const auto& a = board.subjects[one.subject];
    const auto& b = board.subjects[other.subject];
    return std::tie(one.at, a.organisation, a.id) < std::tie(other.at, b.organisation, b.id);
  });
  return all;
}

std::vector<Planned> due_now(const ChaseBoard& board, const Holidays& holidays, Instant now) {
  if (!board.settings.on || !is_working_time(board.settings, holidays, now)) return {};
  const auto today = day_in_england(now);
  auto all = planned_until(board, holidays, today, today);
  std::erase_if(all, [](const Planned& each) { return each.standing != Standing::goes; });
  std::set<std::string> addresses;
  const auto address = [&](const Planned& each, std::size_t contact) {
    return board.steps[each.step].rung == Rung::chair ? board.chairs[contact].email
                                                      : board.contacts[contact].email;
  };
  for (const auto& each : all) {
    if (each.at > now) continue;
    for (const auto contact : each.contacts)
      addresses.insert(address(each, contact));
  }
  for (auto& each : all) {
    if (each.at <= now) continue;
    std::erase_if(each.contacts,
                  [&](std::size_t contact) { return !addresses.contains(address(each, contact)); });
  }
  std::erase_if(all, [](const Planned& each) { return each.contacts.empty(); });
  return all;
}

Standing standing_of(const ChaseBoard& board, const ChaseStep& step, const ChaseSubject& subject) {
  return Looked(board).standing(step, subject);
}

std::optional<int> holidays_end_soon(const Holidays& holidays, Date today) {
  const auto ahead = plus(today, holidays_known_ahead_days);
  if (holidays.knows(ahead.year())) return std::nullopt;
  return holidays.last_year;
}

std::string_view code_of(Rung rung) {
  return std::find_if(rungs.begin(), rungs.end(),
                      [&](const auto& each) { return each.second == rung; })
      ->first;
}

std::string_view code_of(About about) {
  return std::find_if(abouts.begin(), abouts.end(),
                      [&](const auto& each) { return each.second == about; })
      ->first;
}

std::optional<Rung> rung_of(std::string_view code) {
  const auto found = std::find_if(rungs.begin(), rungs.end(),
                                  [&](const auto& each) { return each.first == code; });
  return found == rungs.end() ? std::nullopt : std::optional(found->second);
}

std::optional<About> about_of(std::string_view code) {
  const auto found = std::find_if(abouts.begin(), abouts.end(),
                                  [&](const auto& each) { return each.first == code; });
  return found == abouts.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace onereturn::notifications
