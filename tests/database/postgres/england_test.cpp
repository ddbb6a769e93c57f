#include "base/england.hpp"

#include <gtest/gtest.h>

#include "support/database.hpp"

// Days begin and end by England's clocks, in the program and in SQL alike: what is due on the day
// of a change is late from the same moment on wherever it is asked.
namespace onereturn::postgres {
namespace {

TEST(EnglandsClock, is_the_databases_at_every_quarter_hour_around_forty_changes) {
  auto database = testing::Raw::superuser();
  const auto rows = database.run(
      "select extract(epoch from at)::bigint as at, (at at time zone 'Europe/London')::date::text"
      " as day, extract(hour from at at time zone 'Europe/London')::int * 60"
      " + extract(minute from at at time zone 'Europe/London')::int as minute"
      " from generate_series(2020, 2039) y, (values (3), (10)) c (month),"
      " generate_series(make_timestamptz(y, month, 24, 20, 0, 0, 'UTC'),"
      " make_timestamptz(y, month, 24, 20, 0, 0, 'UTC') + interval '9 days', '15 minutes') at");
  ASSERT_GT(rows.size(), 30'000U);
  for (const auto& row : rows) {
    const Instant at{std::chrono::seconds(row["at"].as<std::int64_t>())};
    ASSERT_EQ(to_iso(day_in_england(at)), row["day"].as<std::string>()) << to_iso(at);
    ASSERT_EQ(minute_in_england(at), row["minute"].as<int>()) << to_iso(at);
  }
}

TEST(EnglandsClock, ends_the_day_of_a_change_at_midnight_as_it_is_shown) {
  const auto day = [](const char* iso) { return to_iso(day_in_england(*parse_instant(iso))); };
  EXPECT_EQ(day("2027-03-27T23:59:59Z"), "2027-03-27");
  EXPECT_EQ(day("2027-03-28T00:00:00Z"), "2027-03-28") << "a day of 23 hours begins in winter";
  EXPECT_EQ(day("2027-03-28T22:59:59Z"), "2027-03-28") << "and ends in summer";
  EXPECT_EQ(day("2027-03-28T23:00:00Z"), "2027-03-29");
  EXPECT_EQ(day("2027-10-30T23:00:00Z"), "2027-10-31") << "a day of 25 hours begins in summer";
  EXPECT_EQ(day("2027-10-31T23:59:59Z"), "2027-10-31") << "and ends in winter";
  EXPECT_EQ(day("2027-11-01T00:00:00Z"), "2027-11-01");
}

}  // namespace
}  // namespace onereturn::postgres
