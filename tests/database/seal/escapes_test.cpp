// Ways out of the sealed transaction that were thought of, each tried as the login that could.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

class Escapes : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  // What the statements end with when run inside the sealed transaction of agency one's lead.
  std::string inside(std::vector<std::string> statements) {
    statements.insert(statements.begin(), region::enter("lead one"));
    return gateway_.refusal(statements);
  }

  Raw gateway_{"gateway"};
};

TEST_F(Escapes, the_scope_itself_works) { EXPECT_EQ(inside({"select name from tenant.unit"}), ""); }

TEST_F(Escapes, going_back_to_the_login_shows_nothing) {
  EXPECT_EQ(inside({"select set_config('role', 'none', true)", "select name from tenant.unit"}),
            "42501");
  EXPECT_EQ(inside({"reset role", "select name from tenant.unit"}), "42501");
  EXPECT_EQ(inside({"reset session authorization", "select name from tenant.unit"}), "42501");
}

TEST_F(Escapes, the_login_may_not_become_anybody_else) {
  for (const std::string role : {"owner", "migrator", "worker", "auth", "operator", "backup",
                                 "scope_delivery", "scope_aggregate", "scope_system"}) {
    EXPECT_EQ(inside({"select set_config('role', 'none', true)", "set local role " + role}),
              "42501")
        << role;
    EXPECT_EQ(inside({"set session authorization " + role}), "42501") << role;
  }
  EXPECT_EQ(gateway_.refusal({"set local role scope_agency"}), "");
}

TEST_F(Escapes, the_key_is_unreadable) {
  EXPECT_EQ(inside({"select key from app.seal_key"}), "42501");
  for (const std::string login : {"gateway", "worker", "auth", "operator"}) {
    Raw raw(login);
    EXPECT_EQ(raw.refusal({"select key from app.seal_key"}), "42501") << login;
    EXPECT_EQ(raw.refusal({"select app.make_seal_key()"}), "42501") << login;
  }
  Raw owner("migrator");
  EXPECT_EQ(owner.refusal({"set local role owner", "select key from app.seal_key"}), "");
}

TEST_F(Escapes, a_scope_cannot_look_anybody_up) {
  EXPECT_EQ(inside({"select identity.look_up_session(" + region::token("lead two") + ")"}),
            "42501");
  EXPECT_EQ(inside({region::enter("lead two")}), "42501");
  EXPECT_EQ(inside({"select identity.look_up_job(gen_random_uuid(), 1)"}), "42501");
  EXPECT_EQ(inside({"select * from identity.session"}), "42501");
  EXPECT_EQ(inside({"select * from identity.person"}), "42501");
  EXPECT_EQ(inside({"select * from tenancy.party"}), "42501");
  EXPECT_EQ(inside({"select * from jobs.job"}), "42501");
}

TEST_F(Escapes, the_gateway_makes_no_session_and_claims_no_job) {
  EXPECT_EQ(gateway_.refusal({"select identity.begin_session(sha256('mine'), '" + region::lead_two +
                              "', '" + region::membership_of(region::lead_two) +
                              "', 'browser', '1 day')"}),
            "42501");
  EXPECT_EQ(gateway_.refusal({"select * from jobs.claim(1, '1 minute')"}), "42501");
  EXPECT_EQ(gateway_.refusal({"select identity.enter_job(gen_random_uuid(), 1)"}), "42501");
  EXPECT_EQ(gateway_.refusal({"select operator.rotate_seal_key()"}), "42501");
}

TEST_F(Escapes, the_worker_enters_no_session) {
  Raw worker("worker");
  EXPECT_EQ(worker.refusal({region::enter("lead one")}), "42501");
  EXPECT_EQ(worker.refusal({"set local role scope_agency", "select name from tenant.unit"}),
            "OR001");
}

TEST_F(Escapes, no_login_can_make_objects_of_its_own) {
  for (const std::string login : {"gateway", "worker", "auth", "operator"}) {
    Raw raw(login);
    EXPECT_EQ(raw.refusal({"create temporary table t (x integer)"}), "42501") << login;
    EXPECT_EQ(raw.refusal({"create schema mine"}), "42501") << login;
    EXPECT_EQ(raw.refusal({"create function app.sealed_party(x integer) returns uuid language sql"
                           " return null"}),
              "42501")
        << login;
    EXPECT_EQ(raw.refusal({"create table tenant.t (x integer)"}), "42501") << login;
  }
  EXPECT_EQ(inside({"create temporary table unit (name text)"}), "42501");
  EXPECT_EQ(inside({"create function pg_temp.f() returns int language sql return 1"}), "42501");
}

TEST_F(Escapes, another_search_path_changes_nothing) {
  EXPECT_EQ(inside({"set local search_path = pg_temp, tenant, pg_catalog",
                    "do $$ begin if (select count(*) from unit) <> 1 then"
                    " raise exception 'more than its own'; end if; end $$"}),
            "");
  EXPECT_EQ(inside({"set local search_path = pg_temp, tenant",
                    "select set_config('onereturn.scope', replace(current_setting("
                    "'onereturn.scope'), '" +
                        region::agency_one + "', '" + region::agency_two + "'), true)",
                    "select name from unit"}),
            "OR001");
}

TEST_F(Escapes, row_security_cannot_be_switched_off) {
  EXPECT_EQ(inside({"set local row_security = off", "select name from tenant.unit"}), "42501");
}

TEST_F(Escapes, statements_that_go_around_rows_are_refused) {
  EXPECT_EQ(inside({"truncate tenant.unit"}), "42501");
  EXPECT_EQ(inside({"alter table tenant.unit disable row level security"}), "42501");
  EXPECT_EQ(inside({"drop policy unit_agency_reads on tenant.unit"}), "42501");
  EXPECT_EQ(inside({"copy tenant.unit to program 'cat'"}), "42501");
  EXPECT_EQ(inside({"select lo_import('/etc/passwd')"}), "42501");
  EXPECT_EQ(inside({"select pg_read_file('postgresql.conf')"}), "42501");
}

TEST_F(Escapes, a_statement_prepared_in_one_scope_follows_the_next) {
  gateway_.connection().prepare("units",
                                "select coalesce(min(tenant_id::text), '') from tenant.unit");
  for (int round = 0; round < 8; ++round) {
    const bool first = round % 2 == 0;
    pqxx::work work(gateway_.connection());
    work.exec(region::enter(first ? "lead one" : "lead two"));
    EXPECT_EQ(work.exec_prepared("units")[0][0].c_str(),
              first ? region::agency_one : region::agency_two);
  }
  pqxx::work bare(gateway_.connection());
  EXPECT_THROW(bare.exec_prepared("units"), pqxx::sql_error);
}

TEST_F(Escapes, nothing_of_a_scope_survives_its_transaction) {
  for (const bool commits : {true, false}) {
    {
      pqxx::work work(gateway_.connection());
      work.exec(region::enter("lead one"));
      if (commits) {
        work.commit();
      }
    }
    EXPECT_EQ(gateway_.one("select current_user"), "gateway");
    EXPECT_EQ(gateway_.one("select current_setting('onereturn.scope', true)"), "");
    EXPECT_EQ(gateway_.one("select current_setting('onereturn.seal', true)"), "");
    EXPECT_EQ(gateway_.refusal({"select name from tenant.unit"}), "42501");
  }
}

TEST_F(Escapes, a_function_that_enters_leaves_nothing_behind_either) {
  pqxx::nontransaction plain(gateway_.connection());
  EXPECT_EQ(plain.exec1(region::enter("lead one"))[0].c_str(), std::string("agency"));
  EXPECT_EQ(plain.exec1("select current_user")[0].c_str(), std::string("gateway"));
  EXPECT_THROW(plain.exec("select name from tenant.unit"), pqxx::sql_error);
}

TEST_F(Escapes, a_savepoint_does_not_widen_the_scope) {
  EXPECT_EQ(inside({"savepoint s", "select set_config('onereturn.scope', '', true)",
                    "rollback to savepoint s", "select name from tenant.unit"}),
            "");
  EXPECT_EQ(inside({"savepoint s", "select set_config('onereturn.scope', '', true)",
                    "release savepoint s", "select name from tenant.unit"}),
            "OR001");
}

TEST_F(Escapes, the_owner_sees_no_rows) {
  Raw migrator("migrator");
  pqxx::work work(migrator.connection());
  work.exec("set local role owner");
  EXPECT_EQ(work.exec1("select count(*) from tenant.unit")[0].as<int>(), 0);
  EXPECT_EQ(work.exec("update tenant.unit set name = 'Mine'").affected_rows(), 0U);
}

}  // namespace
}  // namespace onereturn::testing
