// Twenty parties share a few connections: each sees its own rows alone, whatever the one before
// did.

#include <cstdlib>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/mixing/bouncer.hpp"
#include "database/mixing/traffic.hpp"
#include "database/mixing/twenty_parties.hpp"
#include "support/database.hpp"

namespace onereturn::testing {
namespace {

// tools/dev test --full plays ten times as many.
int transactions() {
  const char* full = std::getenv("ONERETURN_TEST_FULL");
  return full == nullptr || *full == '\0' ? 10'000 : 100'000;
}

std::string first_of(const std::vector<std::string>& list) {
  std::string text = std::to_string(list.size()) + " in all";
  for (std::size_t at = 0; at < list.size() && at < 8; ++at)
    text += "\n" + list[at];
  return text;
}

void hold(const std::string& way, const Mixed& mixed) {
  write_mixed_figures(way, mixed);
  EXPECT_TRUE(mixed.leaks.empty()) << first_of(mixed.leaks);
  EXPECT_TRUE(mixed.surprises.empty()) << first_of(mixed.surprises);
  EXPECT_EQ(misplaced_rows(), 0);
  EXPECT_GE(mixed.attempts, 2 * transactions());
  EXPECT_EQ(mixed.by.size(), 9U) << "each kind was played, and some were cut";
  auto all = mixed.by;
  EXPECT_LT(all["cut"], mixed.attempts / 20) << "most were played to their end";
}

constexpr std::chrono::milliseconds patient{60'000};

TEST(Mixing, keeps_twenty_parties_apart_on_eight_connections) {
  postgres::Database database({.connection = TestDatabase::instance().settings("gateway"),
                               .connections_max = 8,
                               .wait_max = patient});
  hold("direct", mix(database, transactions()));
}

// Twelve of ours on eight of the pooler's: hardly two transactions in a row meet the same one.
TEST(Mixing, keeps_them_apart_through_a_pooler_that_lends_for_one_transaction) {
  const Bouncer bouncer;
  postgres::Database database(
      {.connection = bouncer.settings(), .connections_max = 12, .wait_max = patient, .lent = true});
  hold("pgbouncer", mix(database, transactions()));
}

constexpr postgres::Statement any_statement{"mixing.any", "select 1 as one"};

// Why the setting is there.
TEST(Pooler, is_found_out_when_nobody_said_that_there_is_one) {
  const Bouncer bouncer;
  postgres::Database database({.connection = bouncer.settings(), .connections_max = 2});
  EXPECT_THROW(database.call(any_statement), postgres::StoreUnavailable);
  EXPECT_FALSE(database.reachable());
}

}  // namespace
}  // namespace onereturn::testing
