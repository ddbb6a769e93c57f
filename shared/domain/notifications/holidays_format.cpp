#include "domain/notifications/holidays_format.hpp"

#include "domain/notifications/known_holidays.hpp"
#include "platform/json/reader.hpp"

namespace onereturn::notifications {

namespace {

constexpr int first_year_possible = 2000;
constexpr int last_year_possible = 2100;

Problem refused(const std::vector<json::Fault>& faults) {
  Problem problem{ProblemCode::invalid, "bank-holidays", "These bank holidays cannot be used.", {}};
  for (const auto& fault : faults)
    problem.fields.push_back({fault.path, fault.message});
  return problem;
}

void read_day(json::ObjectReader& reader, Holidays& holidays, json::Faults& faults) {
  const auto day = parse_date(reader.text("day"));
  (void)reader.text("name");
  if (!day) {
    faults.add(reader.path_to("day"), "there is no such day");
  } else if (!holidays.knows(day->year())) {
    faults.add(reader.path_to("day"), "it is in none of the years that are known");
  } else {
    holidays.days.insert(std::chrono::sys_days{*day});
  }
}

bool has_days_of(const Holidays& holidays, int year) {
  const std::chrono::sys_days from{std::chrono::year{year} / std::chrono::January / 1};
  const auto found = holidays.days.lower_bound(from);
  return found != holidays.days.end() && Date{*found}.year() == std::chrono::year{year};
}

}  // namespace

Result<Holidays> read_holidays(std::string_view text) {
  const auto parsed = json::parse(text);
  if (!parsed.value) return refused(parsed.faults);
  json::Faults faults;
  Holidays holidays;
  json::ObjectReader reader(*parsed.value, "", faults);
  if (reader.text("format") != "onereturn.bank-holidays/1") {
    reader.refuse("format", "is not onereturn.bank-holidays/1");
  }
  (void)reader.text("of");
  holidays.first_year = reader.integer("first_year", first_year_possible, last_year_possible);
  holidays.last_year = reader.integer("last_year", first_year_possible, last_year_possible);
  reader.objects("days", [&](json::ObjectReader& day) { read_day(day, holidays, faults); });
  reader.finish();
  if (holidays.first_year > holidays.last_year) {
    faults.add("/last_year", "is before the first");
  }
  for (int year = holidays.first_year; year <= holidays.last_year; ++year) {
    if (!has_days_of(holidays, year)) {
      faults.add("/days", "has none of " + std::to_string(year));
    }
  }
  if (!faults.empty()) return refused(faults.list());
  return holidays;
}

const Holidays& holidays_of_england() {
  static const Holidays holidays = [] {
    auto read = read_holidays(known_holidays);
    ENSURE(read.has_value(), "the bank holidays that this program was built with can be read");
    return std::move(*read);
  }();
  return holidays;
}

}  // namespace onereturn::notifications
