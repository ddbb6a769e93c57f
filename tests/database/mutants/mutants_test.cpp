// The checks are checked: the database is made worse in one place, in a transaction that is not
// kept, and the rules of the schema, the matrix, the covert channels or the seal must notice. What
// the stored structure says is not asked. A mutant that nobody notices is a check that is missing.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/figures.hpp"
#include "support/isolation/covert.hpp"
#include "support/isolation/matrix.hpp"
#include "support/isolation/seal_checks.hpp"
#include "support/schema_rules.hpp"

namespace onereturn::testing::isolation {
namespace {

struct Mutant {
  std::string kind;
  std::string table;  // empty when it is about functions or roles
  std::string statement;
};

enum class Noticed { by_nobody, by_a_rule, by_behaviour, by_both, cannot_be_made };

std::string said_outside(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Each file of mutations/ is a kind: a query that answers the table and the statement of each. One
// kind alone with ONERETURN_MUTANTS.
std::vector<Mutant> mutants() {
  std::vector<Mutant> found;
  auto raw = Raw::superuser();
  const auto folder =
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "tests/database/mutants/mutations";
  const auto only = said_outside("ONERETURN_MUTANTS");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!only.empty() && entry.path().stem() != only) {
      continue;
    }
    for (const auto& row : raw.run(read_text(entry.path().string()))) {
      found.push_back({entry.path().stem().string(), row[0].c_str(), row[1].c_str()});
    }
  }
  std::ranges::sort(found, {},
                    [](const Mutant& m) { return std::tie(m.kind, m.table, m.statement); });
  return found;
}

// So many, from all kinds in turn.
std::vector<Mutant> sample_of(std::vector<Mutant> all, std::size_t size, unsigned seed) {
  std::shuffle(all.begin(), all.end(), std::mt19937(seed));
  std::map<std::string, std::size_t> taken;
  std::vector<std::pair<std::size_t, Mutant>> in_turns;
  for (auto& mutant : all) {
    const auto turn = taken[mutant.kind]++;
    in_turns.emplace_back(turn, std::move(mutant));
  }
  std::ranges::stable_sort(in_turns, {}, [](const auto& one) { return one.first; });
  std::vector<Mutant> sample;
  for (auto& [turn, mutant] : in_turns) {
    if (sample.size() < size) {
      sample.push_back(std::move(mutant));
    }
  }
  return sample;
}

bool full() { return !said_outside("ONERETURN_TEST_FULL").empty(); }

bool a_rule_complains(pqxx::transaction_base& work) {
  static const auto rules = schema_rules();
  return std::ranges::any_of(
      rules, [&](const SchemaRule& rule) { return !complaints(work, rule).empty(); });
}

bool the_matrix_complains(pqxx::transaction_base& work, const std::vector<Table>& tables) {
  const auto report = Matrix(work, tables, actors()).run();
  return !report.leaks.empty() || !report.broken.empty();
}

bool a_channel_complains(pqxx::transaction_base& work, const std::vector<Table>& tables) {
  return !CovertChannels(work, tables).of_tables().leaks.empty();
}

// An entrance that refuses an honest actor is noticed too.
bool behaviour_complains(pqxx::transaction_base& work, const std::string& table) {
  try {
    if (table.empty()) {
      return !complaints_about_the_seal(work).empty();
    }
    const auto tables = load_tables(work, table);
    return the_matrix_complains(work, tables) || a_channel_complains(work, tables);
  } catch (const pqxx::sql_error&) {
    return true;
  }
}

Noticed noticed(pqxx::connection& connection, const Mutant& mutant) {
  Undone undone(connection);
  try {
    undone.work().exec(mutant.statement);
  } catch (const pqxx::unique_violation&) {
    // The world itself holds what two tenants have under one key.
    return Noticed::by_behaviour;
  } catch (const pqxx::sql_error& error) {
    std::cout << "cannot be made: " << mutant.statement << ": " << error.what() << '\n';
    return Noticed::cannot_be_made;
  }
  // All of them is many: then the second is asked where the first noticed nothing.
  const auto asks_rule = [&] { return a_rule_complains(undone.work()); };
  const auto asks_behaviour = [&] { return behaviour_complains(undone.work(), mutant.table); };
  const bool rule_first = mutant.table.empty();
  const bool first = rule_first ? asks_rule() : asks_behaviour();
  const bool second = (!first || !full()) && (rule_first ? asks_behaviour() : asks_rule());
  const bool rule = rule_first ? first : second;
  const bool behaviour = rule_first ? second : first;
  return rule && behaviour ? Noticed::by_both
         : rule            ? Noticed::by_a_rule
         : behaviour       ? Noticed::by_behaviour
                           : Noticed::by_nobody;
}

unsigned seed_of_today() {
  const auto given = said_outside("ONERETURN_SEED");
  return given.empty() ? std::random_device{}() : static_cast<unsigned>(std::stoul(given));
}

class Mutants : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { make_world(); }
};

TEST_F(Mutants, an_unchanged_database_is_not_complained_of) {
  auto raw = Raw::superuser();
  Undone undone(raw.connection());
  EXPECT_FALSE(a_rule_complains(undone.work()));
  EXPECT_THAT(complaints_about_the_seal(undone.work()), ::testing::IsEmpty());
}

TEST_F(Mutants, each_is_noticed) {
  const auto seed = seed_of_today();
  const auto all = mutants();
  ASSERT_GT(all.size(), said_outside("ONERETURN_MUTANTS").empty() ? 1000U : 0U);
  constexpr std::size_t on_a_push = 60;
  const auto chosen = sample_of(all, full() ? all.size() : on_a_push, seed);
  std::cout << chosen.size() << " of " << all.size() << " mutants, ONERETURN_SEED=" << seed << '\n';

  auto raw = Raw::superuser();
  std::map<Noticed, std::int64_t> counts;
  std::map<std::string, std::map<Noticed, int>> kinds;
  std::vector<std::string> survivors;
  int tried = 0;
  for (const auto& mutant : chosen) {
    const auto how = noticed(raw.connection(), mutant);
    ++counts[how];
    constexpr int now_and_then = 250;
    if (++tried % now_and_then == 0) {
      std::cout << tried << " tried" << std::endl;
    }
    ++kinds[mutant.kind][how];
    if (how == Noticed::by_nobody) {
      survivors.push_back(mutant.kind + ": " + mutant.statement);
      std::cout << "nobody noticed: " << survivors.back() << std::endl;
    }
  }
  for (auto& [kind, how] : kinds) {
    std::cout << kind << ": rule " << how[Noticed::by_a_rule] << ", behaviour "
              << how[Noticed::by_behaviour] << ", both " << how[Noticed::by_both] << ", nobody "
              << how[Noticed::by_nobody] << ", not made " << how[Noticed::cannot_be_made] << '\n';
  }
  EXPECT_THAT(survivors, ::testing::IsEmpty());
  EXPECT_EQ(counts[Noticed::cannot_be_made], 0);
  const auto survived = static_cast<std::int64_t>(survivors.size());
  write_figures("mutants", "database",
                {{"killed", static_cast<std::int64_t>(chosen.size()) - survived -
                                counts[Noticed::cannot_be_made]},
                 {"survived", survived}});
}

}  // namespace
}  // namespace onereturn::testing::isolation
