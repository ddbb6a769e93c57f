#include "domain/reporting/home_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::reporting {
namespace {

using returns::Wave;
using returns::WaveMode;

Wave wave(const char* title, WaveMode mode, const char* opened, int awaited, int in = 0) {
  Wave each;
  each.wave = AuditId::random();
  each.title = title;
  each.mode = mode;
  each.form.code = "form";
  each.opens_on = parse_date(opened);
  each.counts.awaited = awaited;
  each.counts.to_evaluate = in;
  return each;
}

Date day(const char* iso) { return *parse_date(iso); }

TEST(TheWaveToShow, is_the_latest_that_awaits_something) {
  EXPECT_EQ(wave_to_show({}), std::nullopt);
  const auto done = wave("done", WaveMode::wave, "2027-03-01", 0, 5);
  const auto single = wave("single", WaveMode::single, "2027-02-01", 3);
  const auto open = wave("open", WaveMode::wave, "2027-01-01", 2);
  EXPECT_EQ(wave_to_show({done, single, open}), 2U) << "a wave before single requests";
  EXPECT_EQ(wave_to_show({done, single}), 1U);
  EXPECT_EQ(wave_to_show({done}), 0U);
}

TEST(TheWaveToShow, is_the_largest_and_not_a_small_one_opened_since) {
  const auto year = wave("year", WaveMode::wave, "2027-01-01", 9, 5);
  const auto few = wave("few", WaveMode::wave, "2027-03-01", 2);
  const auto as_many = wave("as many", WaveMode::rolling, "2027-02-01", 14);
  EXPECT_EQ(wave_to_show({few, year}), 1U);
  EXPECT_EQ(wave_to_show({few, as_many, year}), 1U) << "the latest of those with as many";
  EXPECT_EQ(wave_to_show({few, wave("over", WaveMode::wave, "2026-01-01", 0, 99)}), 0U)
      << "what awaits nothing is over, however large";
}

TEST(TheOpenWaves, are_all_that_await_something_with_most_late_first) {
  auto wave_now = wave("now", WaveMode::wave, "2027-03-01", 4);
  auto rolling = wave("rolling", WaveMode::rolling, "2025-01-01", 9);
  rolling.counts.late = 3;
  auto back = wave("sent back", WaveMode::wave, "2024-01-01", 0);
  back.counts.sent_back = 1;
  const auto open =
      open_waves({wave_now, wave("over", WaveMode::wave, "2026-01-01", 0, 5), back, rolling});
  ASSERT_EQ(open.size(), 3U);
  EXPECT_EQ(open[0].title, "rolling");
  EXPECT_EQ(open[1].title, "now") << "those with as many late keep their order";
  EXPECT_EQ(open[2].title, "sent back");
}

TEST(TheWaveBefore, is_the_latest_earlier_one_of_the_same_form) {
  const auto now = wave("now", WaveMode::wave, "2027-01-10", 2);
  const auto then = wave("then", WaveMode::wave, "2025-01-10", 0, 5);
  const auto older = wave("older", WaveMode::wave, "2023-01-10", 0, 5);
  auto other = wave("other", WaveMode::wave, "2026-01-10", 0, 5);
  other.form.code = "another";
  const auto empty = wave("empty", WaveMode::wave, "2026-06-10", 0);
  EXPECT_EQ(wave_before({now, empty, other, then, older}, 0), 3U);
  EXPECT_EQ(wave_before({now, other}, 0), std::nullopt);
  auto undated = now;
  undated.opens_on.reset();
  EXPECT_EQ(wave_before({undated, then}, 0), std::nullopt);
}

TEST(TheWaveToCompare, is_of_another_form_where_none_is_of_the_same) {
  const auto now = wave("now", WaveMode::wave, "2027-01-10", 2);
  const auto then = wave("then", WaveMode::wave, "2023-01-10", 0, 5);
  auto other = wave("other", WaveMode::wave, "2025-01-10", 0, 5);
  other.form.code = "another";
  auto single = wave("single", WaveMode::single, "2026-01-10", 0, 1);
  single.form.code = "another";
  EXPECT_EQ(wave_to_compare({now, single, other, then}, 0), 3U);
  EXPECT_EQ(wave_to_compare({now, single, other}, 0), 2U) << "for many before one asked alone";
  EXPECT_EQ(wave_to_compare({now, single}, 0), 1U)
      << "an exercise from before there were waves is one";
  EXPECT_EQ(wave_to_compare({now}, 0), std::nullopt);
}

TEST(TheCurve, counts_what_is_in_by_the_end_of_each_week) {
  const auto in = by_week(day("2027-01-04"),
                          {{day("2027-01-04"), 1},
                           {day("2027-01-05"), 1},
                           {day("2027-01-11"), 2},
                           {day("2027-01-12"), 4},
                           {day("2027-03-30"), 9}},
                          3);
  EXPECT_EQ(in, (std::vector<int>{1, 4, 8, 8}));
  EXPECT_EQ(by_week(day("2027-01-04"), {{day("2026-12-31"), 1}}, 0), std::vector<int>{1});
  EXPECT_EQ(by_week(day("2027-01-04"), {}, 2), (std::vector<int>{0, 0, 0}));
}

TEST(TheCurve, never_falls_and_forgets_nobody) {
  std::vector<std::pair<Date, int>> days;
  int all = 0;
  for (int at = 0; at < 200; ++at) {
    const Date on{std::chrono::sys_days{day("2027-01-04")} + std::chrono::days{at * 7 % 101}};
    days.emplace_back(on, at % 3);
    all += at % 3;
  }
  const auto in = by_week(day("2027-01-04"), days, 15);
  for (std::size_t week = 1; week < in.size(); ++week)
    EXPECT_GE(in[week], in[week - 1]);
  EXPECT_EQ(in.back(), all);
}

TEST(Weeks, are_whole_and_none_below_nought) {
  EXPECT_EQ(weeks_between(day("2027-01-04"), day("2027-01-10")), 0);
  EXPECT_EQ(weeks_between(day("2027-01-04"), day("2027-01-11")), 1);
  EXPECT_EQ(weeks_between(day("2027-01-04"), day("2026-01-01")), 0);
  // Over the night on which the clocks change, and over 29 February.
  EXPECT_EQ(weeks_between(day("2027-03-22"), day("2027-03-29")), 1);
  EXPECT_EQ(weeks_between(day("2028-02-22"), day("2028-03-07")), 2);
}

TEST(PerCent, is_rounded_to_the_nearest_and_nought_of_nothing) {
  EXPECT_EQ(per_cent(103, 182), 57);
  EXPECT_EQ(per_cent(1, 3), 33);
  EXPECT_EQ(per_cent(2, 3), 67);
  EXPECT_EQ(per_cent(1, 200), 1);
  EXPECT_EQ(per_cent(0, 0), 0);
  EXPECT_EQ(per_cent(5, 5), 100);
}

TEST(TheCurve, is_compared_in_words) {
  EXPECT_EQ(compared_words(57, 28, "2025"), "Twice as many in as at this point in 2025");
  EXPECT_EQ(compared_words(90, 30, "2025"), "Three times as many in as at this point in 2025");
  EXPECT_EQ(compared_words(30, 28, "2025"), "More in than at this point in 2025");
  EXPECT_EQ(compared_words(28, 28, "2025"), "As many in as at this point in 2025");
  EXPECT_EQ(compared_words(10, 28, "2025"), "Fewer in than at this point in 2025");
  EXPECT_EQ(compared_words(0, 0, "2025"), "None in yet, as at this point in 2025");
  EXPECT_EQ(compared_words(3, 0, "2025"), "More in than at this point in 2025");
}

}  // namespace
}  // namespace onereturn::reporting
