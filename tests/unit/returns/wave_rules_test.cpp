#include "domain/returns/wave_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::returns {
namespace {

using Fields = std::vector<std::string>;

const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};

OpenWave good() {
  OpenWave wave;
  wave.wave = AuditId::random();
  wave.title = "Section 11, 2027";
  wave.form = "f";
  wave.period = "2027";
  wave.due_on = parse_date("2027-04-30");
  wave.entries = {EntryId::random()};
  return wave;
}

Fields fields_of(OpenWave wave) {
  Fields fields;
  for (const auto& error : tidy(wave, today).fields)
    fields.push_back(error.field);
  return fields;
}

TEST(OpeningAWave, needs_a_name_a_period_a_day_to_come_and_somebody_to_ask) {
  EXPECT_EQ(fields_of(good()), Fields{});
  OpenWave nothing;
  EXPECT_EQ(fields_of(nothing), (Fields{"title", "period", "due", "entries"}));
  auto wave = good();
  for (const auto* day : {"2027-03-16", "2026-04-30", "2027-02-29"}) {
    wave.due_on = parse_date(day);
    EXPECT_EQ(fields_of(wave), Fields{"due"}) << day;
  }
  wave.due_on = parse_date("2028-02-29");
  EXPECT_EQ(fields_of(wave), Fields{});
  wave.rolling = true;
  wave.due_on.reset();
  EXPECT_EQ(fields_of(wave), Fields{"due"}) << "for those without a date of their own";
}

TEST(OpeningAWave, asks_each_once_and_not_more_than_a_page_can_hold) {
  auto wave = good();
  wave.entries.push_back(wave.entries.front());
  EXPECT_TRUE(tidy(wave, today).fields.empty());
  EXPECT_EQ(wave.entries.size(), 1U);
  for (std::size_t at = 0; at < wave_entries_max; ++at)
    wave.entries.push_back(EntryId::random());
  EXPECT_EQ(fields_of(wave), Fields{"entries"});
}

TEST(JoiningAWave, has_the_day_of_the_wave_unless_that_is_over) {
  Wave wave;
  wave.mode = WaveMode::wave;
  wave.due_on = parse_date("2027-04-30");
  const auto fault = [&](JoinWave join, Date on) {
    const auto fields = tidy(join, wave, on).fields;
    return fields.empty() ? std::string() : fields.front().message;
  };
  JoinWave late{AuditId::random(), std::nullopt, {EntryId::random()}, Instant{}};
  EXPECT_EQ(fault(late, today), "");
  EXPECT_EQ(fault(late, *parse_date("2027-04-30")),
            "Its own day is over: enter another for those who join now");
  late.due_on = parse_date("2027-06-30");
  EXPECT_EQ(fault(late, *parse_date("2027-05-01")), "");
  EXPECT_EQ(fault(late, *parse_date("2027-06-30")), "Enter a date after today");
}

TEST(CountsOfAWave, leave_out_who_need_not_answer) {
  WaveCounts counts;
  counts.awaited = 10;
  counts.started = 4;
  counts.to_evaluate = 3;
  counts.signed_off = 2;
  counts.left_out = 5;
  counts.withdrawn = 6;
  EXPECT_EQ(counts.asked(), 15);
  EXPECT_EQ(counts.in(), 5);
  EXPECT_EQ(counts.not_started(), 6);
}

}  // namespace
}  // namespace onereturn::returns
