#include <gtest/gtest.h>

#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"
#include "support/database.hpp"

namespace onereturn::postgres {
namespace {

constexpr Statement twice{"test.twice", "select 2 * $1::int as value"};
constexpr Statement thrice{"test.thrice", "select 3 * $1::int as value"};
constexpr Statement divide{"test.divide", "select 1 / $1::int as value"};
constexpr Statement nonsense{"test.nonsense", "select no_such_column"};

class AskingAhead : public ::testing::Test {
 protected:
  struct Cost {
    std::size_t statements = 0;
    std::size_t trips = 0;
  };

  // What a transaction costs beside its begin, which goes out with the first, and its commit.
  template <class Work>
  Cost cost_of(Work&& work) {
    const Cost before{statements_on_this_thread(), round_trips_on_this_thread()};
    const auto done = database_.as_system([&](SystemTx& tx) -> Result<Done> {
      work(tx);
      return Done{};
    });
    EXPECT_TRUE(done);
    return {statements_on_this_thread() - before.statements,
            round_trips_on_this_thread() - before.trips - 1};
  }

  Database database_{{.connection = testing::TestDatabase::instance().settings("worker")}};
};

TEST_F(AskingAhead, waits_once_however_much_was_asked) {
  const auto cost = cost_of([](SystemTx& tx) {
    for (int number = 1; number <= 20; ++number)
      tx.ahead(twice, number);
    tx.ahead(thrice, 5);
    for (int number = 20; number >= 1; --number)
      EXPECT_EQ(tx.run(twice, number).one().number("value"), 2 * number);
    EXPECT_EQ(tx.run(thrice, 5).one().number("value"), 15);
  });
  EXPECT_EQ(cost.statements, 21U);
  EXPECT_EQ(cost.trips, 1U);
}

TEST_F(AskingAhead, is_no_answer_to_another_value) {
  const auto cost = cost_of([](SystemTx& tx) {
    tx.ahead(twice, 1);
    EXPECT_EQ(tx.run(twice, 2).one().number("value"), 4);
    EXPECT_EQ(tx.run(twice, 1).one().number("value"), 2);
    EXPECT_EQ(tx.run(twice, 1).one().number("value"), 2) << "an answer is given once";
  });
  EXPECT_EQ(cost.statements, 3U);
  EXPECT_EQ(cost.trips, 2U);
}

TEST_F(AskingAhead, costs_nothing_when_nothing_is_run) {
  EXPECT_EQ(cost_of([](SystemTx& tx) { tx.ahead(twice, 1); }).statements, 0U);
}

TEST_F(AskingAhead, without_it_every_statement_waits) {
  const auto cost = cost_of([](SystemTx& tx) {
    tx.run(twice, 1);
    tx.run(twice, 2);
    tx.run(thrice, 1);
  });
  EXPECT_EQ(cost.trips, 3U);
}

TEST_F(AskingAhead, throws_at_whoever_asks_for_what_failed) {
  const auto done = database_.as_system([](SystemTx& tx) -> Result<Done> {
    tx.ahead(twice, 4);
    tx.ahead(divide, 0);
    tx.ahead(thrice, 4);
    EXPECT_EQ(tx.run(twice, 4).one().number("value"), 8);
    EXPECT_THROW(tx.run(divide, 0), StatementFailed);
    EXPECT_THROW(tx.run(thrice, 4), StatementFailed) << "the server skips what comes after";
    return Problem{ProblemCode::invalid, "given-up", "", {}};
  });
  EXPECT_FALSE(done);
}

TEST_F(AskingAhead, and_never_read_is_not_committed_when_it_failed) {
  EXPECT_THROW(database_.as_system([](SystemTx& tx) -> Result<Done> {
    tx.ahead(twice, 4);
    tx.ahead(divide, 0);
    EXPECT_EQ(tx.run(twice, 4).one().number("value"), 8);
    return Done{};
  }),
               StatementFailed);
  const auto reason = [](const std::exception& error) { return std::string(error.what()); };
  EXPECT_FALSE(database_.as_system([&](SystemTx& tx) -> Result<Done> {
    tx.ahead(twice, 4);
    tx.ahead(divide, 0);
    tx.run(twice, 4);
    try {
      tx.run(thrice, 1);
    } catch (const StatementFailed& error) {
      EXPECT_NE(reason(error).find("division by zero"), std::string::npos) << reason(error);
    }
    return Problem{ProblemCode::invalid, "given-up", "", {}};
  }));
}

TEST_F(AskingAhead, leaves_the_connection_as_it_was) {
  constexpr Statement process{"test.process", "select pg_backend_pid() as value"};
  Database one(
      {.connection = testing::TestDatabase::instance().settings("worker"), .connections_max = 1});
  const auto before = one.call(process).one().number("value");
  for (const auto& wrong : {divide, nonsense}) {
    EXPECT_THROW(one.as_system([&](SystemTx& tx) -> Result<Done> {
      tx.ahead(twice, 1);
      tx.run_with(wrong, {wrong.name == divide.name ? Param("0") : Param()});
      return Done{};
    }),
                 StatementFailed);
    const auto fine = one.as_system([](SystemTx& tx) -> Result<int> {
      tx.ahead(twice, 3);
      return tx.run(thrice, 3).one().number("value") + tx.run(twice, 3).one().number("value");
    });
    ASSERT_TRUE(fine);
    EXPECT_EQ(*fine, 15);
  }
  EXPECT_EQ(one.call(process).one().number("value"), before);
}

}  // namespace
}  // namespace onereturn::postgres
