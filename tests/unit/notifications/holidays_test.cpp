#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/holidays_format.hpp"

namespace onereturn::notifications {
namespace {

using ::testing::IsEmpty;

Date day(const char* iso) { return *parse_date(iso); }

TEST(Easter, falls_on_the_days_that_it_fell_on) {
  for (const auto* iso :
       {"2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2027-03-28", "2038-04-25"}) {
    const auto easter = day(iso);
    EXPECT_EQ(easter_sunday(easter.year()), easter) << iso;
  }
}

TEST(BankHolidays, of_the_file_are_those_of_the_usual_rule_in_each_of_its_years) {
  const auto& known = holidays_of_england();
  EXPECT_GE(known.last_year, 2029);
  for (int year = known.first_year; year <= known.last_year; ++year) {
    for (const auto each : usual_bank_holidays(std::chrono::year{year}))
      EXPECT_TRUE(known.days.contains(each)) << to_iso(Date{each});
  }
}

TEST(BankHolidays, that_fall_on_a_weekend_are_had_on_the_next_working_days) {
  const Holidays none;
  for (const auto* iso : {"2027-12-27", "2027-12-28", "2028-01-03", "2021-12-27", "2021-12-28",
                          "2022-12-26", "2022-12-27", "2026-12-25", "2026-12-28"}) {
    EXPECT_TRUE(is_bank_holiday(none, day(iso))) << iso;
  }
  for (const auto* iso : {"2027-12-29", "2022-12-28", "2026-12-29", "2028-01-04"}) {
    EXPECT_FALSE(is_bank_holiday(none, day(iso))) << iso;
  }
}

TEST(BankHolidays, that_were_declared_once_hold_where_the_year_is_known) {
  const auto read = read_holidays(R"({"format": "onereturn.bank-holidays/1", "of": "England",
    "first_year": 2027, "last_year": 2027, "days": [{"day": "2027-06-08", "name": "Once"}]})");
  ASSERT_TRUE(read) << read.problem().detail;
  EXPECT_TRUE(is_bank_holiday(*read, day("2027-06-08")));
  EXPECT_FALSE(is_bank_holiday(*read, day("2027-12-27"))) << "it says so itself";
  EXPECT_TRUE(is_bank_holiday(*read, day("2028-12-25"))) << "by the usual rule";
}

TEST(BankHolidays, say_a_year_before_that_they_end) {
  Holidays known;
  known.first_year = 2025;
  known.last_year = 2030;
  EXPECT_EQ(holidays_end_soon(known, day("2029-12-31")), std::nullopt);
  EXPECT_EQ(holidays_end_soon(known, day("2030-01-02")), 2030);
  EXPECT_EQ(holidays_end_soon(known, day("2035-01-02")), 2030);
}

TEST(BankHolidays, are_refused_where_they_cannot_be_right) {
  const auto faults = [](const std::string& days, int first, int last) {
    const auto read =
        read_holidays(R"({"format": "onereturn.bank-holidays/1", "of": "England", "first_year": )" +
                      std::to_string(first) + R"(, "last_year": )" + std::to_string(last) +
                      R"(, "days": [)" + days + "]}");
    return read ? std::vector<FieldError>{} : read.problem().fields;
  };
  const std::string good = R"({"day": "2027-03-26", "name": "Good Friday"})";
  EXPECT_THAT(faults(good, 2027, 2027), IsEmpty());
  EXPECT_FALSE(faults(good, 2027, 2028).empty()) << "a year without days";
  EXPECT_FALSE(faults(good, 2028, 2027).empty()) << "the last before the first";
  EXPECT_FALSE(faults(R"({"day": "2027-02-29", "name": "None"}, )" + good, 2027, 2027).empty());
  EXPECT_FALSE(faults(R"({"day": "2026-03-26", "name": "Else"}, )" + good, 2027, 2027).empty());
  EXPECT_FALSE(read_holidays("[]").has_value());
  EXPECT_FALSE(read_holidays("no").has_value());
}

}  // namespace
}  // namespace onereturn::notifications
