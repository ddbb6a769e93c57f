#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onereturn {

// A point in time, UTC, to the microsecond (as PostgreSQL keeps it).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

// A day of the calendar.
using Date = std::chrono::year_month_day;

// "2027-03-16" as a day that exists; nothing otherwise.
std::optional<Date> parse_date(std::string_view iso);

// "2027-03-16T10:04:00Z" or PostgreSQL's "2027-03-16 10:04:00.123456+00" (UTC only); nothing
// otherwise.
std::optional<Instant> parse_instant(std::string_view iso);

std::string to_iso(Date date);        // "2027-03-16"
std::string to_iso(Instant instant);  // "2027-03-16T10:04:00.123456Z"

std::string to_words(Date date);        // "16 March 2027"
std::string to_short_words(Date date);  // "16 Mar"

// The day on the calendar of England, clock changes included.
Date day_in_england(Instant instant);
// "16 March 2027 at 10:04", England's clock.
std::string to_words_with_time(Instant instant);
// "10:04", England's clock.
std::string clock_in_england(Instant instant);

// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

}  // namespace onereturn
