#include "gateway/views/typed_date.hpp"

#include <charconv>

namespace onereturn::gateway::views {
namespace {

std::optional<int> read_number(const std::string& text) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || at != end || text.empty()) return std::nullopt;
  return number;
}

Date date_of(int year, int month, int day) {
  return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}};
}

// Says what is wrong with a date in the words of a calendar, or nothing when it exists.
std::string date_fault(int day, int month, int year) {
  if (month < 1 || month > 12) return "Enter a month between 1 and 12";
  if (year < 2000 || year > 2100) return "Enter the year with four digits";
  // The calendar's own day has one byte: 257 would be the first.
  if (day < 1 || day > 31 || !date_of(year, month, day).ok()) {
    auto name = to_words(date_of(2000, month, 1)).substr(2);
    name.resize(name.rfind(' '));
    return std::to_string(day) + " " + name + " " + std::to_string(year) + " does not exist";
  }
  return {};
}

}  // namespace

TypedDate typed_date(const http::Fields& form, const std::string& key) {
  return {form.get(key + "_day"), form.get(key + "_month"), form.get(key + "_year")};
}

TypedDate typed_date(const std::optional<Date>& date) {
  if (!date) return {};
  return {std::to_string(static_cast<unsigned>(date->day())),
          std::to_string(static_cast<unsigned>(date->month())),
          std::to_string(static_cast<int>(date->year()))};
}

ReadDate read_date(const TypedDate& typed) {
  if (typed.empty()) return {};
  const auto day = read_number(typed.day);
  const auto month = read_number(typed.month);
  const auto year = read_number(typed.year);
  if (!day || !month || !year) {
    return {std::nullopt, "Enter the date in numbers, for example 30 6 2027"};
  }
  const auto fault = date_fault(*day, *month, *year);
  if (!fault.empty()) return {std::nullopt, fault};
  return {date_of(*year, *month, *day), ""};
}

void add_date(html::Data& data, const std::string& key, const TypedDate& typed) {
  data.set("key", key).set("day", typed.day).set("month", typed.month).set("year", typed.year);
}

}  // namespace onereturn::gateway::views
