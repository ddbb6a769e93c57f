#include "domain/notifications/holidays.hpp"

namespace onereturn::notifications {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

bool is_weekend(sys_days day) {
  const std::chrono::weekday weekday{day};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

// Those that fall on a weekend are had on the first working days after the last of them.
void add_with_days_instead(std::set<sys_days>& all, std::initializer_list<sys_days> some) {
  int instead = 0;
  sys_days last;
  for (const auto day : some) {
    last = day;
    is_weekend(day) ? void(++instead) : void(all.insert(day));
  }
  for (auto day = last + days{1}; instead > 0; day += days{1}) {
    if (!is_weekend(day) && all.insert(day).second) --instead;
  }
}

}  // namespace

// After the anonymous Gregorian computation, with whole numbers only.
Date easter_sunday(year of) {
  const int y = static_cast<int>(of);
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int number = h + l - 7 * m + 114;
  return of / std::chrono::month{static_cast<unsigned>(number / 31)} /
         std::chrono::day{static_cast<unsigned>(number % 31 + 1)};
}

std::set<sys_days> usual_bank_holidays(year of) {
  using namespace std::chrono;
  std::set<sys_days> all;
  const sys_days easter{easter_sunday(of)};
  all.insert(easter - days{2});
  all.insert(easter + days{1});
  all.insert(sys_days{of / May / Monday[1]});
  all.insert(sys_days{of / May / Monday[std::chrono::last]});
  all.insert(sys_days{of / August / Monday[std::chrono::last]});
  add_with_days_instead(all, {sys_days{of / January / 1}});
  add_with_days_instead(all, {sys_days{of / December / 25}, sys_days{of / December / 26}});
  return all;
}

bool Holidays::knows(year of) const {
  return static_cast<int>(of) >= first_year && static_cast<int>(of) <= last_year;
}

bool is_bank_holiday(const Holidays& holidays, Date day) {
  if (holidays.knows(day.year())) return holidays.days.contains(sys_days{day});
  return usual_bank_holidays(day.year()).contains(sys_days{day});
}

}  // namespace onereturn::notifications
