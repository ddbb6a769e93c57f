#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace onereturn::calendar {

// One all-day entry. The same `uid` is the same entry at the next reading.
struct Day {
  std::string uid;
  Date on;
  std::string title;
  Instant changed_at;
};

// A feed as calendars subscribe to it (RFC 5545): all-day entries that do not make anybody look
// busy, no METHOD, no people, lines folded, texts escaped.
std::string feed(const std::string& name, const std::vector<Day>& days);

}  // namespace onereturn::calendar
