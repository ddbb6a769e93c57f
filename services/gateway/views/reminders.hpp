#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/keep_schedule.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What goes out by itself: this week, how it is set up, and what went.
namespace onereturn::gateway::views {

// "Wed 17 March, 9:30".
std::string moment_words(Instant at);

// Rows of bits/week_rows, for the week's page and for the home page.
html::Data week_rows(const notifications::Week& week);
// "Nothing goes out on other days than Monday to Friday, on bank holidays or outside 9:00 to
// 16:30."
std::string hours_words(const notifications::ChaseSettings& settings);

html::Data week_page(const notifications::Week& week, bool may_write, const std::string& saved);
html::Data group_page(const notifications::WeekGroupLines& group, bool may_write,
                      const std::string& saved);
html::Data chairs_list_page(const std::vector<notifications::GroupLine>& lines, Date today);

struct SchedulePage {
  notifications::Schedule schedule;
  notifications::WriteSettings typed;
  std::vector<PageError> errors;
  std::string saved;
  std::optional<int> holidays_known_until;
  bool may_write = false;
};
html::Data schedule_page(const SchedulePage& page);
notifications::WriteSettings written(const notifications::ChaseSettings& settings);

struct StepForm {
  std::optional<notifications::StepId> step;  // nothing: a new one
  int version = 0;
  notifications::WriteStep typed;
  std::vector<PageError> errors;
  std::vector<notifications::PreviewOrganisation> organisations;
  std::string organisation;  // chosen for the preview
  std::optional<notifications::Preview> preview;
};
html::Data step_form_page(const StepForm& form);

html::Data chase_log_page(const notifications::ChaseLog& log, const EntryId& entry, bool may_write);

}  // namespace onereturn::gateway::views
