#pragma once

#include <set>

#include "base/date.hpp"

namespace onereturn::notifications {

// The bank holidays of England that are known for sure, and for which years.
struct Holidays {
  int first_year = 0;
  int last_year = -1;
  std::set<std::chrono::sys_days> days;

  bool knows(std::chrono::year year) const;
};

// By what is known; in another year by the usual rule, which misses what is declared once.
bool is_bank_holiday(const Holidays& holidays, Date day);

// Good Friday, Easter Monday, the three Mondays, and Christmas and New Year with the days instead.
std::set<std::chrono::sys_days> usual_bank_holidays(std::chrono::year year);

// Easter Sunday of the western calendar.
Date easter_sunday(std::chrono::year year);

}  // namespace onereturn::notifications
