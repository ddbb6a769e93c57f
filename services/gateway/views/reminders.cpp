#include "gateway/views/reminders.hpp"

#include <algorithm>
#include <array>

#include "base/england.hpp"
#include "domain/actions/action_titles.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using notifications::GroupLine;
using notifications::Standing;
using notifications::WeekGroup;

constexpr std::array<const char*, 7> days_of_week{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

std::string href_of(const notifications::StepId& step, Instant at) {
  return "/reminders/" + step.text() + "/" + to_iso(day_in_england(at));
}

std::string what_to_do(const WeekGroup& group) {
  if (group.waits > 0) return "Needs your yes";
  if (group.goes == 0 && group.nobody > 0) return "Nobody to write to";
  if (group.goes == 0) return group.paused > 0 ? "Paused" : "Stopped";
  return "Read or stop";
}

std::string rest_words(const WeekGroup& group) {
  std::vector<std::string> parts;
  if (group.stopped > 0 && group.goes + group.waits > 0) {
    parts.push_back(std::to_string(group.stopped) + " stopped");
  }
  if (group.paused > 0 && group.goes + group.waits > 0) {
    parts.push_back(std::to_string(group.paused) + " paused");
  }
  if (group.nobody > 0 && group.goes + group.waits > 0) {
    parts.push_back(std::to_string(group.nobody) + " with nobody to write to");
  }
  return joined(parts);
}

Data status_of(Standing standing) {
  switch (standing) {
    case Standing::goes:
      return status("act", "now", "Goes out");
    case Standing::waits:
      return status("amber", "at-risk", "Needs your yes");
    case Standing::stopped:
      return status("quiet", "na", "Stopped");
    case Standing::paused:
      return status("quiet", "none", "Paused");
    case Standing::nobody:
      return status("red", "off-track", "Nobody to write to");
  }
  return {};
}

std::string saved_words(const std::string& saved) {
  if (saved == "stop") return "Stopped. You can let it go again until the day has passed.";
  if (saved == "go") return "It goes out again.";
  if (saved == "approve") return "It goes out with your yes, in your working hours.";
  if (saved == "paused") return "Paused. Nothing goes out there until you end the pause.";
  if (saved == "resumed") return "The pause has ended.";
  if (saved == "settings") return "Saved.";
  if (saved == "step") return "The reminder is saved.";
  if (saved == "removed") return "The reminder is removed. What went out stays in the log.";
  if (saved == "usual") return "The usual reminders are there now. Change them as you like.";
  return {};
}

Data pauses_of(const std::vector<notifications::ChasePause>& pauses) {
  auto rows = Data::list();
  for (const auto& pause : pauses) {
    rows.push(Data::object()
                  .set("id", pause.pause.text())
                  .set("what", pause.what.empty() ? "Everything" : pause.what)
                  .set("by", "By " + pause.by + " on " + to_words(day_in_england(pause.at)))
                  .set("reason", Data::text_or_no(pause.reason)));
  }
  return rows;
}

std::string when_words(const notifications::ChaseStep& step) {
  const int days = std::abs(step.days);
  const auto time = ", " + notifications::time_words(step.at_minute);
  if (days == 0) return "On the day" + time;
  return counted(days, "day", "days") + (step.days < 0 ? " before" : " after") + time;
}

std::string rung_words(notifications::Rung rung) {
  switch (rung) {
    case notifications::Rung::person:
      return "Who fills it in";
    case notifications::Rung::lead:
      return "The lead";
    case notifications::Rung::board_member:
      return "Its member of the board";
    case notifications::Rung::chair:
      return "The chair’s list";
  }
  return {};
}

Data choices(const std::vector<std::pair<std::string, std::string>>& all,
             const std::string& chosen) {
  auto rows = Data::list();
  for (const auto& [value, text] : all)
    rows.push(Data::object().set("value", value).set("text", text).set("chosen", value == chosen));
  return rows;
}

Data field(const char* id, const char* label, const std::string& value,
           const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

Data paragraphs_of(const std::string& text) {
  auto rows = Data::list();
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find("\n\n", at), text.size());
    rows.push(Data::object().set("text", text.substr(at, end - at)));
    at = end;
    while (at < text.size() && text[at] == '\n')
      ++at;
  }
  return rows;
}

std::string holidays_words(int until) {
  return "Bank holidays are known for sure until 31 December " + std::to_string(until) +
         ". After that days are reckoned by the usual rule, which misses days that are declared "
         "once. Tell whoever runs the service.";
}

}  // namespace

std::string moment_words(Instant at) {
  const auto day = day_in_england(at);
  const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding();
  const auto words = to_words(day);
  return std::string(days_of_week.at(weekday - 1)).substr(0, 3) + " " +
         words.substr(0, words.rfind(' ')) + ", " +
         notifications::time_words(minute_in_england(at));
}

Data week_rows(const notifications::Week& week) {
  auto rows = Data::list();
  for (const auto& group : week.groups) {
    rows.push(Data::object()
                  .set("when", moment_words(group.goes_at))
                  .set("message", group.step.name)
                  .set("rest", Data::text_or_no(rest_words(group)))
                  .set("to", group.goes + group.waits > 0 ? group.goes + group.waits : group.all())
                  .set("href", href_of(group.step.step, group.at))
                  .set("do", what_to_do(group)));
  }
  return rows;
}

std::string hours_words(const notifications::ChaseSettings& settings) {
  std::vector<std::string> days;
  for (const int day : settings.weekdays)
    days.emplace_back(days_of_week.at(static_cast<std::size_t>(day) - 1));
  const bool usual = settings.weekdays == std::vector<int>{1, 2, 3, 4, 5};
  const auto hours = "outside " + notifications::time_words(settings.from_minute) + " to " +
                     notifications::time_words(settings.until_minute);
  return (usual ? std::string("Nothing goes out at weekends")
                : "Nothing goes out on other days than " + joined(days)) +
         ", on bank holidays or " + hours + ". One message a person a day at most.";
}

Data week_page(const notifications::Week& week, bool may_write, const std::string& saved) {
  const int sent = week.last_week.sent;
  return Data::object()
      .set("title", "What goes out this week")
      .set("on", week.settings.on)
      .set("saved_note", Data::text_or_no(saved_words(saved)))
      .set("hours", hours_words(week.settings))
      .set("last_week", "In the last seven days " + counted(sent, "reminder", "reminders") +
                            " went out and " +
                            counted(week.last_week.returns, "return", "returns") + " came in.")
      .set("holidays",
           week.holidays_known_until ? Data(holidays_words(*week.holidays_known_until)) : Data())
      .set("may_write", may_write)
      .set("any_pauses", !week.pauses.empty())
      .set("pauses", pauses_of(week.pauses))
      .set("rows", week_rows(week));
}

Data group_page(const notifications::WeekGroupLines& group, bool may_write,
                const std::string& saved) {
  auto rows = Data::list();
  int goes = 0;
  int waits = 0;
  int stopped = 0;
  int nobody = 0;
  for (const auto& line : group.lines) {
    nobody += line.standing == Standing::nobody ? 1 : 0;
    goes += line.standing == Standing::goes ? 1 : 0;
    waits += line.standing == Standing::waits ? 1 : 0;
    stopped += line.standing == Standing::stopped ? 1 : 0;
    auto to = Data::list();
    for (const auto& who : line.to)
      to.push(Data::object().set("text", who));
    const bool may = may_write && line.standing != Standing::paused;
    rows.push(Data::object()
                  .set("subject", line.subject)
                  .set("href", "/register/" + line.entry.text())
                  .set("organisation", line.organisation)
                  .set("form", line.form)
                  .set("due", to_words(line.due_on))
                  .set("to", std::move(to))
                  .set("may_stop", may && line.standing != Standing::stopped)
                  .set("may_go", may && line.standing == Standing::stopped)
                  .set("may_approve", may && line.standing == Standing::waits)
                  .set("status", status_of(line.standing)));
  }
  return Data::object()
      .set("title", group.step.name)
      .set("eyebrow", moment_words(group.goes_at))
      .set("action", href_of(group.step.step, group.at))
      .set("saved_note", Data::text_or_no(saved_words(saved)))
      .set("lede",
           counted(goes + waits, "organisation gets it", "organisations get it") + "." +
               (stopped > 0 ? " " + std::to_string(stopped) + " stopped." : "") +
               (nobody > 0 ? " " + std::to_string(nobody) + " with nobody to write to." : ""))
      .set("may_write", may_write)
      .set("stop_all", may_write && goes + waits > 0)
      .set("approve_all", may_write && waits > 0)
      .set("rows", std::move(rows))
      .set("mail_subject", group.letter.subject)
      .set("paragraphs", paragraphs_of(group.letter.body));
}

Data chairs_list_page(const std::vector<GroupLine>& lines, Date today) {
  auto rows = Data::list();
  for (const auto& line : lines) {
    rows.push(Data::object()
                  .set("href", "/register/" + line.entry.text())
                  .set("log", "/register/" + line.entry.text() + "/reminders")
                  .set("organisation", line.organisation)
                  .set("form", line.form)
                  .set("due", to_words(line.due_on))
                  .set("late", counted(days_between(line.due_on, today), "day", "days")));
  }
  return Data::object()
      .set("title", "The chair’s list")
      .set("lede", lines.empty()
                       ? "Nothing is so late that it comes to the chair."
                       : counted(static_cast<int>(lines.size()), "return has", "returns have") +
                             " not come although the lead and the member of the board "
                             "were written to.")
      .set("rows", std::move(rows));
}

notifications::WriteSettings written(const notifications::ChaseSettings& settings) {
  notifications::WriteSettings typed{settings.version,
                                     settings.on,
                                     notifications::time_words(settings.from_minute),
                                     notifications::time_words(settings.until_minute),
                                     {}};
  for (const int day : settings.weekdays)
    typed.weekdays.push_back(std::to_string(day));
  return typed;
}

namespace {

const char* about_words(notifications::About about) {
  switch (about) {
    case notifications::About::request:
      break;
    case notifications::About::action:
      return "An action";
    case notifications::About::plan:
      return "A plan";
    case notifications::About::evidence:
      return "Evidence";
  }
  return "A return";
}

}  // namespace

Data schedule_page(const SchedulePage& page) {
  auto steps = Data::list();
  for (const auto& step : page.schedule.steps) {
    const bool paused = std::any_of(page.schedule.pauses.begin(), page.schedule.pauses.end(),
                                    [&](const auto& pause) { return pause.step == step.step; });
    steps.push(Data::object()
                   .set("href", page.may_write ? Data("/set-up/reminders/steps/" + step.step.text())
                                               : Data())
                   .set("id", step.step.text())
                   .set("name", step.name)
                   .set("about", about_words(step.about))
                   .set("when", when_words(step))
                   .set("to", rung_words(step.rung))
                   .set("yes", step.needs_approval)
                   .set("paused", paused)
                   .set("may_pause", page.may_write && !paused));
  }
  auto days = Data::list();
  for (int day = 1; day <= 7; ++day) {
    const auto code = std::to_string(day);
    const auto& chosen = page.typed.weekdays;
    days.push(Data::object()
                  .set("id", "day-" + code)
                  .set("value", code)
                  .set("text", days_of_week.at(static_cast<std::size_t>(day) - 1))
                  .set("chosen", std::find(chosen.begin(), chosen.end(), code) != chosen.end()));
  }
  return Data::object()
      .set("title", "Reminders")
      .set("title_error", !page.errors.empty())
      .set("error_summary", error_summary(page.errors))
      .set("saved_note", Data::text_or_no(saved_words(page.saved)))
      .set("holidays",
           page.holidays_known_until ? Data(holidays_words(*page.holidays_known_until)) : Data())
      .set("may_write", page.may_write)
      .set("is_on", page.schedule.settings.on)
      .set("version", std::to_string(page.typed.version))
      .set("on", page.typed.on)
      .set("from", field("from", "From", page.typed.from, page.errors))
      .set("until", field("until", "Until", page.typed.until, page.errors))
      .set("days", std::move(days))
      .set("weekdays_error", error_of(page.errors, "weekdays"))
      .set("no_steps", page.schedule.steps.empty())
      .set("steps", std::move(steps))
      .set("all_paused", std::any_of(page.schedule.pauses.begin(), page.schedule.pauses.end(),
                                     [](const auto& each) { return !each.entry && !each.step; }))
      .set("any_pauses", !page.schedule.pauses.empty())
      .set("pauses", pauses_of(page.schedule.pauses));
}

Data step_form_page(const StepForm& form) {
  auto fields = Data::list();
  for (const auto& [name, meaning] : notifications::chase_fields) {
    fields.push(Data::object()
                    .set("name", "{" + std::string(name) + "}")
                    .set("meaning", std::string(meaning)));
  }
  std::vector<std::pair<std::string, std::string>> organisations;
  for (const auto& each : form.organisations)
    organisations.emplace_back(each.entry.text(), each.name);
  Data preview;
  if (form.preview) {
    preview = Data::object()
                  .set("organisation", form.preview->organisation)
                  .set("invented", form.preview->invented)
                  .set("mail_subject", form.preview->letter.subject)
                  .set("paragraphs", paragraphs_of(form.preview->letter.body));
  }
  const auto here = form.step ? "/set-up/reminders/steps/" + form.step->text()
                              : std::string("/set-up/reminders/steps/new");
  const auto& typed = form.typed;
  return Data::object()
      .set("title", form.step ? "Change a reminder" : "Add a reminder")
      .set("title_error", !form.errors.empty())
      .set("error_summary", error_summary(form.errors))
      .set("action", here)
      .set("remove", form.step ? Data(here + "/remove") : Data())
      .set("version", std::to_string(form.version))
      .set("name", field("name", "Its name, for you", typed.name, form.errors))
      .set("about", choices({{"return", "A return that was asked for"},
                             {"action", "An action that is open"},
                             {"plan", "A plan that was demanded"},
                             {"evidence", "Evidence that was asked for"}},
                            typed.about))
      .set("about_error", error_of(form.errors, "about"))
      .set("when", choices({{"before", "Before the day it is due"},
                            {"on", "On the day it is due"},
                            {"after", "After the day it is due"}},
                           typed.when))
      .set("when_error", error_of(form.errors, "when"))
      .set("days", field("days", "How many days before or after", typed.days, form.errors))
      .set("at", field("at", "At what time", typed.at, form.errors))
      .set("rung", choices({{"person", "Who fills it in"},
                            {"lead", "The Section 11 lead"},
                            {"board_member", "The organisation’s member of the board"},
                            {"chair", "The chair, as one list"}},
                           typed.rung))
      .set("rung_error", error_of(form.errors, "rung"))
      .set("needs_approval", typed.needs_approval)
      .set("subject", field("subject", "Subject", typed.subject, form.errors))
      .set("words", typed.body)
      .set("body_error", error_of(form.errors, "body"))
      .set("fields", std::move(fields))
      .set("organisations", choices(organisations, form.organisation))
      .set("preview", std::move(preview));
}

namespace {

// What became of one line of the log.
Data state_of(const notifications::ChaseLogLine& line) {
  if (!line.dropped.empty() || line.state == "stopped") return status("quiet", "na", "Not sent");
  if (line.state == "sent") return status("green", "done", "Sent");
  if (line.state == "refused") return status("red", "off-track", "Refused");
  if (line.state == "bounced") return status("red", "off-track", "Came back");
  return status("act", "now", "On its way");
}

struct LogWords {
  const char* kind;
  const char* what;
  const char* to;
};
constexpr std::array<LogWords, 7> log_words{{
    {"invited", "Invitation to join", "The person who was invited"},
    {"return_asked", "A return was asked for", "Those who lead there"},
    {"given_back", "Given back for changes", "Those who lead there"},
    {"evidence_asked", "Evidence was asked for", "Those who lead there"},
    {"plan_asked", "A plan was demanded", "Those who lead there"},
    {"plan_asked_again", "A plan was asked for again", "Those who lead there"},
    {"action_mailed", "Is this action done?", ""},
}};

// The line under what it was: the subject of a reminder, or what was asked for until when.
std::string line_words(const notifications::ChaseLogLine& line) {
  if (line.kind == "reminder") return line.subject;
  auto words = line.kind == "action_mailed" ? actions::title_line(line.what) : line.what;
  if (line.kind == "evidence_asked") {
    words = counted(line.pieces, "piece", "pieces") + " of " + words;
  }
  if (line.due_on) words += ", by " + to_words(*line.due_on);
  return words;
}

Data log_row(const notifications::ChaseLogLine& line) {
  const auto words = std::find_if(log_words.begin(), log_words.end(),
                                  [&](const LogWords& each) { return line.kind == each.kind; });
  const bool reminder = words == log_words.end();
  auto detail = line.reason;
  if (line.dropped == "done") detail = "It was done before.";
  if (line.dropped == "moved") detail = "The day it is due was moved.";
  return Data::object()
      .set("when", moment_words(line.sent_at.value_or(line.at)))
      .set("year",
           std::to_string(static_cast<int>(day_in_england(line.sent_at.value_or(line.at)).year())))
      .set("what", reminder ? line.what : words->what)
      .set("subject", Data::text_or_no(line_words(line)))
      .set("to", reminder || line.to_name != "" ? line.to_name : std::string(words->to))
      .set("email", Data::text_or_no(line.to_email))
      .set("detail", Data::text_or_no(detail))
      .set("status", state_of(line));
}

}  // namespace

Data chase_log_page(const notifications::ChaseLog& log, const EntryId& entry, bool may_write) {
  auto rows = Data::list();
  for (const auto& line : log.lines)
    rows.push(log_row(line));
  const auto page = [&](int number) {
    return Data("/register/" + entry.text() + "/reminders?page=" + std::to_string(number));
  };
  const bool paused = log.pause.has_value();
  return Data::object()
      .set("title", "What was sent to " + log.organisation)
      .set("entry", entry.text())
      .set("organisation", log.organisation)
      .set("may_pause", may_write && !paused)
      .set("pause", paused
                        ? Data("Paused by " + log.pause->by + " on " +
                               to_words(day_in_england(log.pause->at)) + ". " + log.pause->reason)
                        : Data())
      .set("pause_id", paused && may_write ? Data(log.pause->pause.text()) : Data())
      .set("none", log.page > 1 ? "Nothing older."
                                : "Nothing yet. The first mail to them will appear here.")
      .set("before", log.page > 1 ? page(log.page - 1) : Data())
      .set("next", log.more ? page(log.page + 1) : Data())
      .set("rows", std::move(rows));
}

}  // namespace onereturn::gateway::views
