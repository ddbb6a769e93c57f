#include <fstream>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "tools/bench/measure.hpp"
#include "tools/bench/report.hpp"

namespace onereturn::bench {
namespace {

using ::testing::HasSubstr;

std::string goals_file(const std::string& text) {
  const auto path = ::testing::TempDir() + "bench-goals.txt";
  std::ofstream(path) << text;
  return path;
}

Figures figures(std::initializer_list<double> rates) {
  Figures all{"HTTPS", {}};
  for (const double rate : rates)
    all.rounds.push_back({rate, 2 * rate, 3 * rate});
  return all;
}

TEST(BenchFigures, are_the_medians_of_the_rounds) {
  EXPECT_EQ(median({}), 0);
  EXPECT_EQ(median({7}), 7);
  EXPECT_EQ(median({9, 1, 5}), 5);
  EXPECT_EQ(median({8, 2, 4, 6}), 5);
  const auto three = figures({30, 10, 20});
  EXPECT_EQ(three.per_second(), 20);
  EXPECT_EQ(three.service_us(), 40);
  EXPECT_EQ(three.database_us(), 60);
}

TEST(BenchFigures, say_when_the_machine_was_noisy) {
  EXPECT_FALSE(figures({10, 16}).noisy());
  EXPECT_TRUE(figures({10, 16.1}).noisy());
  EXPECT_FALSE(figures({}).noisy());
  EXPECT_FALSE(figures({0, 5}).noisy());
}

TEST(BenchGoals, are_read_with_their_direction) {
  const auto goals = read_goals(goals_file("# ratios\n\nread a page >= 0.35\nsend it <= 3\n"));
  ASSERT_EQ(goals.size(), 2U);
  EXPECT_TRUE(met(goals.at("read a page"), 0.35));
  EXPECT_FALSE(met(goals.at("read a page"), 0.349));
  EXPECT_TRUE(met(goals.at("send it"), 3.0));
  EXPECT_FALSE(met(goals.at("send it"), 3.01));
  EXPECT_THROW(read_goals(goals_file("read a page 0.35\n")), std::runtime_error);
  EXPECT_THROW(read_goals("/no/such/file"), std::runtime_error);
}

TEST(BenchReport, tells_a_missed_goal_and_what_was_counted) {
  Comparison one{"read a page", figures({10, 10, 10}), figures({40, 40, 40}), 0.25};
  one.facts = {{"statements", 21}};
  const std::map<std::string, Goal> goals{{"read a page", {true, 0.35}}};
  const auto table = to_table({one}, goals);
  EXPECT_THAT(table, HasSubstr("ratio 0.25, goal at least 0.35: MISSED"));
  EXPECT_THAT(table, HasSubstr("statements 21.00"));
  // 20 and 30 against 120.
  EXPECT_THAT(table, HasSubstr("CPU, times the limit's 0.42"));
  const auto lines = to_json_lines({one}, goals);
  EXPECT_THAT(lines, HasSubstr(R"("met":false)"));
  EXPECT_THAT(lines, HasSubstr(R"("statements":21.000)"));
  EXPECT_THAT(to_table({one}, {}), HasSubstr("(no goal)"));
  one.limit_is_the_database = false;
  EXPECT_EQ(to_table({one}, {}).find("CPU"), std::string::npos) << "copying files asks no database";
}

TEST(BenchRounds, count_what_was_done_and_rethrow_what_failed) {
  const std::chrono::milliseconds moment(20);
  const auto round = timed_round({}, 2, moment, moment, [](int, std::int64_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  });
  EXPECT_GT(round.per_second, 0);
  EXPECT_THROW(timed_round({}, 2, moment, moment,
                           [](int, std::int64_t) { throw std::runtime_error("a wrong body"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace onereturn::bench
