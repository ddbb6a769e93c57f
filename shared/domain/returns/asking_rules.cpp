#include "domain/returns/asking_rules.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace onereturn::returns {

namespace {

constexpr std::size_t period_characters_max = 40;

Date last_working_day(std::chrono::year_month month) {
  std::chrono::sys_days day = month / std::chrono::last;
  while (std::chrono::weekday(day) == std::chrono::Saturday ||
         std::chrono::weekday(day) == std::chrono::Sunday) {
    day -= std::chrono::days{1};
  }
  return day;
}

const PartDue* find(const std::vector<PartDue>& parts, const std::string& section) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const PartDue& part) { return part.section == section; });
  return found == parts.end() ? nullptr : &*found;
}

auto count(const std::vector<PartDue>& parts, const std::string& section) {
  return std::count_if(parts.begin(), parts.end(),
                       [&](const PartDue& part) { return part.section == section; });
}

void check_parts(Problem& problem, const AskForReturn& command, const BoardForm& form, Date today) {
  for (const auto& part : command.parts) {
    const bool known = std::any_of(form.parts.begin(), form.parts.end(), [&](const FormPart& each) {
      return each.section == part.section;
    });
    if (!known) problem.fields.push_back({"parts", "The form has no such part. Begin again"});
  }
  const Date* above = nullptr;
  for (const auto& part : form.parts) {
    const auto field = "part-" + part.section;
    const auto* named = find(command.parts, part.section);
    if (count(command.parts, part.section) > 1) {
      problem.fields.push_back({field, "Name " + part.place + " once"});
      continue;
    }
    const auto fault = due_fault(named == nullptr ? std::nullopt : named->due_on, today);
    if (!fault.empty()) {
      problem.fields.push_back({field, fault + " for " + part.place});
      continue;
    }
    if (above != nullptr && *named->due_on < *above) {
      problem.fields.push_back({field, part.place + " is due before the part above it"});
    }
    above = &*named->due_on;
  }
}

}  // namespace

std::vector<Date> proposed_dates(std::chrono::year_month from, std::size_t parts, Date today) {
  while (last_working_day(from) <= today)
    from += std::chrono::months{1};
  std::vector<Date> dates;
  for (std::size_t at = 0; at < parts; ++at)
    dates.push_back(last_working_day(from + std::chrono::months{static_cast<int>(at)}));
  return dates;
}

std::string due_fault(const std::optional<Date>& due_on, Date today) {
  if (!due_on) return "Enter a date";
  return *due_on <= today ? "Enter a date after today" : std::string();
}

Problem tidy(AskForReturn& command, const BoardForm& form, Date today) {
  Problem problem{ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
  command.period = tidy_line(command.period);
  const auto length = count_characters(command.period);
  if (!length || *length == 0) {
    problem.fields.push_back({"period", "Enter the period, for example 2027 or 2027 to 2029"});
  } else if (*length > period_characters_max) {
    problem.fields.push_back({"period", "Use 40 characters or fewer for the period"});
  }
  if (command.in_parts) {
    check_parts(problem, command, form, today);
  } else if (const auto fault = due_fault(command.due_on, today); !fault.empty()) {
    problem.fields.push_back({"due", fault});
  }
  return problem;
}

std::vector<DuePart> due_parts(const AskForReturn& command, const BoardForm& form) {
  if (!command.in_parts) return {{*command.due_on, {}}};
  std::map<Date, std::vector<std::string>> by_date;
  for (const auto& part : form.parts)
    by_date[*find(command.parts, part.section)->due_on].push_back(part.section);
  if (by_date.size() == 1) return {{by_date.begin()->first, {}}};
  std::vector<DuePart> all;
  for (auto& [due_on, sections] : by_date)
    all.push_back({due_on, std::move(sections)});
  return all;
}

bool asks_the_same(const AskForReturn& command, const std::vector<MadeRequest>& made) {
  std::map<std::string, Date> dates;
  std::optional<Date> whole;
  for (const auto& each : made) {
    if (each.entry != command.entry || each.form != command.form ||
        each.period != tidy_line(command.period)) {
      return false;
    }
    if (each.sections.empty()) whole = each.due_on;
    for (const auto& section : each.sections)
      dates.emplace(section, each.due_on);
  }
  if (!command.in_parts) return whole && command.due_on == whole;
  if (command.parts.empty() || (!whole && dates.size() != command.parts.size())) return false;
  return std::all_of(command.parts.begin(), command.parts.end(), [&](const PartDue& part) {
    const auto found = dates.find(part.section);
    const auto due_on = found == dates.end() ? whole : std::optional(found->second);
    return due_on && part.due_on == due_on;
  });
}

}  // namespace onereturn::returns
