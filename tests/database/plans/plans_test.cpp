// No statement of a store walks through a large table of all tenants to find the rows of one: its
// plan is asked for under each scope that may run it, among the rows of four hundred agencies.

#include <algorithm>
#include <filesystem>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
namespace files = std::filesystem;

constexpr int rows_of_a_large_table = 3000;

struct Scope {
  std::string login;
  std::string enter;
};

class Plans : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    const auto made = region::submit({region::request_one_of_one});
    delivery_ = region::enter_job(region::claim(made.jobs[0]));
    auto arranger = Raw::superuser();
    arranger.run(
        read_text(std::string(ONERETURN_SOURCE_DIR) + "/tests/database/plans/many_rows.sql"));
    pqxx::nontransaction(arranger.connection()).exec("vacuum analyze");
    large_ = Raw::superuser().all(
        "select relname from pg_class where relnamespace = 'tenant'::regnamespace"
        " and relkind = 'r' and reltuples > " +
        std::to_string(rows_of_a_large_table));
  }

  static std::vector<Scope> scopes() {
    return {{"gateway", region::enter("lead one")},
            {"gateway", region::enter("manager two")},
            {"worker", delivery_}};
  }

  // The plan that serves every value of the parameters; empty when the scope may not run it.
  static std::string plan(const Scope& scope, const std::string& statement,
                          const std::string& setting = "plan_cache_mode = force_generic_plan") {
    static Raw gateway("gateway");
    static Raw worker("worker");
    auto& connection = (scope.login == "worker" ? worker : gateway).connection();
    try {
      pqxx::work work(connection);
      work.exec("deallocate all");
      work.exec(scope.enter);
      work.exec("set local plan_cache_mode = force_generic_plan");
      work.exec("set local " + setting);
      work.exec("prepare asked as " + statement);
      const std::string count = work.exec1(
                                        "select cardinality(parameter_types) from "
                                        "pg_prepared_statements where name = 'asked'")[0]
                                    .c_str();
      std::string arguments;
      for (int i = 0; i < std::stoi(count); ++i) {
        arguments += i == 0 ? "(null" : ", null";
      }
      std::string text;
      for (const auto& row :
           work.exec("explain execute asked" + arguments + (arguments.empty() ? "" : ")"))) {
        text += std::string(row[0].c_str()) + "\n";
      }
      return text;
    } catch (const pqxx::sql_error&) {
      return {};
    }
  }

  static std::vector<std::string> walks(const std::string& plan) {
    static const std::regex walk(R"((?:Seq Scan|Full Index Scan) on ([a-z_]+))");
    std::vector<std::string> found;
    for (auto at = std::sregex_iterator(plan.begin(), plan.end(), walk);
         at != std::sregex_iterator(); ++at) {
      if (std::ranges::find(large_, (*at)[1].str()) != large_.end()) {
        found.push_back((*at)[1]);
      }
    }
    return found;
  }

  static std::vector<std::string> large_;
  static std::string delivery_;
};

std::vector<std::string> Plans::large_;
std::string Plans::delivery_;

TEST_F(Plans, the_tables_are_large_enough_to_tell) {
  EXPECT_THAT(large_, ::testing::IsSupersetOf({"answer", "answer_text", "board_box", "commitment",
                                               "submission_answer", "submission_box", "return_box",
                                               "box_source", "action"}));
}

TEST_F(Plans, a_walk_through_all_tenants_is_noticed) {
  const auto found =
      walks(plan(scopes()[0], "select count(*) from tenant.answer where level = $1"));
  EXPECT_THAT(found, ::testing::IsEmpty()) << "the policy alone narrows to the own rows";
  EXPECT_THAT(walks(plan(scopes()[0], "select count(*) from tenant.answer where level = $1",
                         "enable_indexscan = off; set local enable_bitmapscan = off;"
                         " set local enable_indexonlyscan = off")),
              ::testing::ElementsAre("answer"));
}

TEST_F(Plans, no_statement_walks_through_a_large_table) {
  int looked_at = 0;
  for (const auto& entry : files::recursive_directory_iterator(files::path(ONERETURN_SOURCE_DIR) /
                                                               "shared" / "domain")) {
    if (entry.path().extension() != ".sql") {
      continue;
    }
    const auto statement = read_text(entry.path().string());
    for (const auto& scope : scopes()) {
      const auto text = plan(scope, statement);
      looked_at += text.empty() ? 0 : 1;
      EXPECT_THAT(walks(text), ::testing::IsEmpty()) << entry.path().filename() << "\n" << text;
    }
  }
  EXPECT_GT(looked_at, 50);
}

}  // namespace
}  // namespace onereturn::testing
