// Every table of a tenant, from every side: the owner of a row sees it, the party named in it sees
// what it should, and a stranger of either kind sees nothing and changes nothing. Rows are made for
// each table by the test itself, so that a table without one fails.

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/isolation/rows.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

// How many rows that person sees; -1 when the table is closed to their scope.
int rows_seen(const std::string& who, const std::string& table) {
  static Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter(who));
  const auto may = work.exec1("select has_any_column_privilege(current_user, 'tenant." + table +
                              "', 'select')")[0];
  return may.as<bool>() ? work.exec1("select count(*) from tenant." + table)[0].as<int>() : -1;
}

std::map<std::string, int> rows_seen(const std::string& who) {
  static const auto tables = Raw::superuser().all(
      "select relname from pg_class where relnamespace = 'tenant'::regnamespace and relkind = 'r'");
  std::map<std::string, int> seen;
  for (const auto& table : tables) {
    seen[table] = rows_seen(who, table);
  }
  return seen;
}

// Lead two and manager one have rows of their own in few tables: those of the small region.
int own_rows(const std::string& who, const std::string& table) {
  // What board two tells all whom it asks with this form; what it has taken back is read by none.
  const bool told = table == "guidance" || table == "guidance_version";
  // A board's own look, and to an agency that of whoever asked it.
  const bool has = table == "request" || table == "report_look" ||
                   ((table == "unit" || told) && who == "lead two") ||
                   ((table == "audit" || table == "audit_count") && who == "manager one");
  return has ? 1 : 0;
}

class Isolation : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    isolation::make_one_row_in_every_table(isolation::small_pair());
  }
};

TEST_F(Isolation, every_table_holds_a_row_to_look_for) {
  const auto empty = Raw::superuser().all(
      "select relname from pg_class where relnamespace = 'tenant'::regnamespace and relkind = 'r'"
      " and (xpath('/row/n/text()', query_to_xml('select count(*) as n from tenant.' ||"
      " quote_ident(relname), false, true, '')))[1]::text = '0'");
  EXPECT_THAT(empty, ::testing::IsEmpty());
}

TEST_F(Isolation, strangers_see_nothing_of_another_party) {
  for (const std::string who : {"lead two", "manager one"}) {
    for (const auto& [table, count] : rows_seen(who)) {
      EXPECT_LE(count, own_rows(who, table)) << table << " by " << who;
    }
  }
}

// The twin: each policy that reads is widened in turn, and the stranger must be noticed.
TEST_F(Isolation, a_policy_that_lets_everybody_read_is_noticed) {
  auto arranger = Raw::superuser();
  const auto policies = arranger.run(
      "select p.polname, c.relname, pg_get_expr(p.polqual, p.polrelid),"
      " 'scope_agency'::regrole = any (p.polroles) from pg_policy p"
      " join pg_class c on c.oid = p.polrelid where p.polcmd = 'r'"
      " and c.relnamespace = 'tenant'::regnamespace"
      " and p.polroles && array['scope_agency'::regrole::oid, 'scope_board'::regrole::oid]");
  ASSERT_GT(policies.size(), 60U);
  for (const auto& policy : policies) {
    const std::string table = policy[1].c_str();
    const std::string who = policy[3].as<bool>() ? "lead two" : "manager one";
    const auto alter = std::string("alter policy ") + policy[0].c_str() + " on tenant." + table;
    arranger.run(alter + " using (true)");
    const auto count = rows_seen(who, table);
    arranger.run(alter + " using (" + policy[2].c_str() + ")");
    EXPECT_GT(count, own_rows(who, table)) << table;
  }
}

TEST_F(Isolation, each_party_sees_its_own_rows) {
  const auto agency = rows_seen("lead one");
  const auto board = rows_seen("manager two");
  for (const auto& [table, count] : agency) {
    EXPECT_TRUE(count > 0 || board.at(table) > 0) << table << " is seen by neither";
  }
  for (const std::string table :
       {"answer", "answer_text", "board_answer", "board_box", "submission", "delivery",
        "action_link", "audit_entry", "return", "action"}) {
    EXPECT_GT(agency.at(table), 0) << table;
  }
  for (const std::string table : {"return", "return_box", "action", "evaluation", "register_entry",
                                  "audit_entry", "rollup", "share"}) {
    EXPECT_GT(board.at(table), 0) << table;
  }
}

TEST_F(Isolation, the_agency_sees_no_evaluation_in_the_making_and_the_board_no_answer) {
  const auto agency = rows_seen("lead one");
  const auto board = rows_seen("manager two");
  for (const std::string table : {"evaluation", "evaluation_box", "chase_mail", "chase_item",
                                  "audit", "chase_step", "review", "share", "sight", "rollup"}) {
    EXPECT_EQ(agency.at(table), -1) << table;
  }
  for (const auto& [table, count] : board) {
    if (table.starts_with("answer") || table.starts_with("board_") ||
        table.starts_with("submission") || table.starts_with("commitment") ||
        (table.starts_with("evidence") && !table.starts_with("evidence_sample")) ||
        table == "delivery" || table == "action_link") {
      EXPECT_EQ(count, -1) << table;
    }
  }
}

TEST_F(Isolation, no_party_writes_a_row_into_another_tenant) {
  Raw gateway("gateway");
  const auto adds = [&](const std::string& who, const std::string& tenant) {
    return gateway.refusal({region::enter(who),
                            "insert into tenant.unit (tenant_id, parent_unit_id, name) values ('" +
                                tenant + "', '" + tenant + "', 'Planted')",
                            "select 1 / 0"});
  };
  EXPECT_EQ(adds("lead two", region::agency_one), "42501");
  EXPECT_EQ(adds("lead two", region::agency_two), "22012");
}

TEST_F(Isolation, no_party_changes_or_removes_rows_of_another) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter("lead two"));
  EXPECT_EQ(work.exec("update tenant.answer set level = 0").affected_rows(), 0U);
  EXPECT_EQ(work.exec("delete from tenant.answer_part").affected_rows(), 0U);
  EXPECT_EQ(work.exec("update tenant.commitment set what = 'Mine'").affected_rows(), 0U);
  work.abort();
  pqxx::work own(gateway.connection());
  own.exec(region::enter("lead one"));
  EXPECT_EQ(own.exec("update tenant.answer set level = 0").affected_rows(), 2U);
}

TEST_F(Isolation, nobody_links_to_a_row_of_another_tenant) {
  Raw gateway("gateway");
  EXPECT_EQ(gateway.refusal({region::enter("lead two"),
                             "insert into tenant.commitment (tenant_id, unit_id, what, saved_by)"
                             " values (app.party(), '" +
                                 region::agency_one + "', 'Planted', app.person())"}),
            "23503");
  EXPECT_EQ(gateway.refusal({region::enter("lead two"),
                             "insert into tenant.lead_officer (tenant_id, unit_id, board_id, name)"
                             " values (app.party(), app.party(), '" +
                                 region::board_one + "', 'X')"}),
            "23503");
}

TEST_F(Isolation, a_party_reads_its_own_profile_and_those_it_is_connected_with) {
  Raw gateway("gateway");
  const auto names = [&](const std::string& who) {
    pqxx::work work(gateway.connection());
    work.exec(region::enter(who));
    return std::string(
        work.exec1("select string_agg(name, ', ' order by name) from tenancy.party_profile")[0]
            .c_str());
  };
  EXPECT_EQ(names("lead one"), "Party a1, Party b1, Party b2");
  EXPECT_EQ(names("lead two"), "Party a2, Party b2");
  EXPECT_EQ(names("manager one"), "Party a1, Party b1");
  EXPECT_EQ(
      gateway.refusal({region::enter("manager one"), "select area from tenancy.party_profile"}),
      "42501");
  EXPECT_EQ(
      gateway.refusal({region::enter("manager one"), "select area from tenancy.own_profile()"}),
      "");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"), "select * from tenancy.party"}),
            "42501");
}

TEST_F(Isolation, a_backup_holds_every_row_and_writes_none) {
  Raw backup("backup");
  for (const auto& [table, count] : rows_seen("lead one")) {
    const auto all = "select count(*) from tenant." + table;
    EXPECT_EQ(backup.one(all), Raw::superuser().one(all)) << table;
  }
  EXPECT_EQ(backup.refusal({"delete from tenant.answer"}), "25006");
  EXPECT_EQ(backup.refusal({"set transaction read write", "delete from tenant.answer"}), "42501");
}

TEST_F(Isolation, national_figures_come_from_roll_ups_alone_and_are_read_as_releases_alone) {
  Raw worker("worker");
  const auto job = worker.one("select jobs.announce_own('aggregate')");
  pqxx::work work(worker.connection());
  work.exec(region::enter_job(region::claim(job)));
  EXPECT_EQ(work.exec1("select count(*) from tenant.rollup")[0].as<int>(), 1);
  work.exec(
      "insert into catalogue.national_release (period, body, hash)"
      " values ('2027', '{}', sha256('r'))");
  work.commit();
  EXPECT_EQ(worker.refusal({region::enter_job({job, "1"}), "select * from tenant.return"}),
            "42501");

  Raw owner("operator");
  const auto nation = owner.one(
      "select operator.add_party(null, 'nation', null, 'active',"
      " '{\"name\": \"National team\"}')");
  const auto person =
      owner.one("select operator.add_person(null, 'analyst@small.example', 'Analyst', '')");
  const auto membership = owner.one("select operator.add_membership(null, '" + person + "', '" +
                                    nation + "', null, 'analyst', '')");
  owner.run("select operator.issue_session(" + region::token("analyst") + ", '" + person + "', '" +
            membership + "', 'browser', '1 hour')");
  Raw gateway("gateway");
  EXPECT_EQ(gateway.refusal({region::enter("analyst"),
                             "do $$ begin if (select count(*) from catalogue.national_release) <> 1"
                             " then raise exception 'no release'; end if; end $$"}),
            "");
  EXPECT_EQ(gateway.refusal({region::enter("analyst"), "select * from tenant.rollup"}), "42501");
  EXPECT_EQ(
      gateway.refusal({region::enter("manager one"), "select * from catalogue.national_release"}),
      "42501");
}

TEST_F(Isolation, what_is_lent_is_seen_by_the_borrower_until_the_loan_ends) {
  Raw gateway("gateway");
  const auto borrowed = [&](const std::string& who, const std::string& scope,
                            const std::string& lender) {
    pqxx::work work(gateway.connection());
    work.exec("select identity.enter_loan(" + region::token(who) + ", '" + scope + "', '" + lender +
              "')");
    return work.exec1("select count(*) from tenant.return")[0].as<int>();
  };
  EXPECT_EQ(borrowed("manager one", "share", region::board_two), 1);
  EXPECT_EQ(borrowed("manager two", "share", region::board_one), 0);
  EXPECT_EQ(gateway.refusal({"select identity.enter_loan(" + region::token("lead one") +
                             ", 'share', '" + region::board_two + "')"}),
            "OR001");
  EXPECT_EQ(gateway.refusal({"select identity.enter_loan(" + region::token("manager one") +
                             ", 'sight', '" + region::board_two + "')"}),
            "OR001");
  Raw::superuser().run("update tenant.share set ended_at = now()");
  EXPECT_EQ(borrowed("manager one", "share", region::board_two), 0);
}

}  // namespace
}  // namespace onereturn::testing
