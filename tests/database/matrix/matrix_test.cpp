// Nobody touches another's row: every attempt that the catalogue of the database can name, each
// with the twin that must succeed. A new table, policy or grant is in it because it is in the
// catalogue.

#include "support/isolation/matrix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/figures.hpp"
#include "support/isolation/covert.hpp"

namespace onereturn::testing::isolation {
namespace {

std::string figures_of(const Report& report) {
  const auto attempts = std::to_string(report.attempts);
  return R"({"attempts":)" + attempts + R"(,"leaks":)" + std::to_string(report.leaks.size()) +
         R"(,"database":{"attempts":)" + attempts + R"(,"twins":)" + std::to_string(report.twins) +
         "}}";
}

class IsolationMatrix : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { make_world(); }

  Raw arranger_ = Raw::superuser();
  Undone undone_{arranger_.connection()};
};

TEST_F(IsolationMatrix, nobody_touches_a_row_of_another_party) {
  Matrix matrix(undone_.work(), load_tables(undone_.work()), actors());
  const auto report = matrix.run();
  EXPECT_THAT(report.leaks, ::testing::IsEmpty());
  EXPECT_THAT(report.broken, ::testing::IsEmpty());
  EXPECT_GE(report.attempts, 5000);
  write_figures("isolation", "database_matrix", figures_of(report));
}

TEST_F(IsolationMatrix, nobody_learns_of_a_row_of_another_party_by_asking_around_it) {
  CovertChannels channels(undone_.work(), load_tables(undone_.work()));
  const auto report = channels.of_tables();
  EXPECT_THAT(report.leaks, ::testing::IsEmpty());
  EXPECT_THAT(report.broken, ::testing::IsEmpty());
  EXPECT_GE(report.attempts, 1000);
  write_figures("isolation", "database_covert", figures_of(report));
}

TEST_F(IsolationMatrix, no_function_sequence_or_session_tells_of_another_party) {
  CovertChannels channels(undone_.work(), load_tables(undone_.work()));
  const auto report = channels.of_the_rest();
  EXPECT_THAT(report.leaks, ::testing::IsEmpty());
  EXPECT_GE(report.attempts, 300);
  write_figures("isolation", "database_rest", figures_of(report));
}

}  // namespace
}  // namespace onereturn::testing::isolation
