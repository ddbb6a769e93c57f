#include "base/england.hpp"

#include <string>

namespace onereturn {

Instant at_in_england(Date day, int minute) {
  const Instant said = std::chrono::sys_days{day} + std::chrono::minutes{minute};
  const Instant in_summer = said - std::chrono::hours{1};
  const bool shows = day_in_england(in_summer) == day && minute_in_england(in_summer) == minute;
  return shows ? in_summer : said;
}

int minute_in_england(Instant instant) {
  const auto clock = clock_in_england(instant);
  return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

}  // namespace onereturn
