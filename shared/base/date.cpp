#include "base/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace onereturn {
namespace {

constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) {
    return std::nullopt;
  }
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return std::nullopt;
    }
  }
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + count, value);
  return value;
}

std::chrono::sys_days last_sunday(std::chrono::year year, std::chrono::month month) {
  return std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]};
}

// British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday
// of October (Summer Time Order 2002). The rule is fixed by law, so no zone database is needed.
Instant local_in_england(Instant instant) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(instant)};
  const auto starts = last_sunday(day.year(), March) + hours{1};
  const auto ends = last_sunday(day.year(), October) + hours{1};
  return instant >= starts && instant < ends ? instant + hours{1} : instant;
}

std::optional<std::chrono::microseconds> parse_fraction(std::string_view text, std::size_t& at) {
  std::chrono::microseconds fraction{0};
  if (at >= text.size() || text[at] != '.') {
    return fraction;
  }
  ++at;
  int value = 0;
  int places = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && places < 6) {
    value = value * 10 + (text[at] - '0');
    ++places;
    ++at;
  }
  if (places == 0) {
    return std::nullopt;
  }
  for (; places < 6; ++places) {
    value *= 10;
  }
  return std::chrono::microseconds{value};
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
    return std::nullopt;
  }
  const auto year = digits(iso, 0, 4);
  const auto month = digits(iso, 5, 2);
  const auto day = digits(iso, 8, 2);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  // There is no year 0, and no database that would take one.
  return *year > 0 && date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view iso) {
  if (iso.size() < 20 || (iso[10] != 'T' && iso[10] != ' ') || iso[13] != ':' || iso[16] != ':') {
    return std::nullopt;
  }
  const auto date = parse_date(iso.substr(0, 10));
  const auto hour = digits(iso, 11, 2);
  const auto minute = digits(iso, 14, 2);
  const auto second = digits(iso, 17, 2);
  if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  std::size_t at = 19;
  const auto fraction = parse_fraction(iso, at);
  const auto zone = iso.substr(at);
  if (!fraction || (zone != "Z" && zone != "+00" && zone != "+00:00")) {
    return std::nullopt;
  }
  return Instant{std::chrono::sys_days{*date}} + std::chrono::hours{*hour} +
         std::chrono::minutes{*minute} + std::chrono::seconds{*second} + *fraction;
}

std::string to_iso(Date date) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string to_iso(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%06dZ",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return to_iso(Date{day}) + text.data();
}

std::string to_words(Date date) {
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         months[static_cast<unsigned>(date.month()) - 1] + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string to_short_words(Date date) {
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(months[static_cast<unsigned>(date.month()) - 1]).substr(0, 3);
}

Date day_in_england(Instant instant) {
  return Date{std::chrono::floor<std::chrono::days>(local_in_england(instant))};
}

std::string clock_in_england(Instant instant) {
  const auto local = local_in_england(instant);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return text.data();
}

std::string to_words_with_time(Instant instant) {
  return to_words(day_in_england(instant)) + " at " + clock_in_england(instant);
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

}  // namespace onereturn
