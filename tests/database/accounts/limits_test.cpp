// A colleague limited to some standards writes nothing outside them: no box of a board's own form,
// no part for one board, no promise, no action. The database holds it, whatever the code forgets.

#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/standards_limit.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

const std::string person = "d0000000-0000-4000-8000-00000000000a";
const std::string membership = "e0000000-0000-4000-8000-00000000000a";

std::string box(const std::string& box_no, const std::string& kind = "direct") {
  return "insert into tenant.board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, "
         "text,"
         " saved_by) values (app.party(), app.party(), '" +
         region::request_one_of_one + "', '" + region::board_one + "', '" + box_no + "', '" + kind +
         "', 'words', app.person())";
}

const std::string part =
    "insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code, describes,"
    " saved_by) values (app.party(), app.party(), '" +
    region::board_one + "', 'L1', 'words', app.person())";

const std::string promise =
    "insert into tenant.promise (tenant_id, unit_id, request_id, board_id, box_no, by_on, by_whom,"
    " made_by) values (app.party(), app.party(), '" +
    region::request_one_of_one + "', '" + region::board_one +
    "', '1.1', '2027-06-01', 'Somebody', app.person())";

std::string subject(const std::string& commitment, const std::string& requirement) {
  return "insert into tenant.commitment_subject (tenant_id, commitment_id, requirement_code)"
         " values (app.party(), '" +
         commitment + "', '" + requirement + "')";
}

class Limits : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw owner("operator");
    owner.run("select operator.add_person('" + person + "', 'limited.one@small.example', 'L', '')");
    owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
              region::agency_one + "', null, 'contributor', '')");
    owner.run("select operator.issue_session(" + region::token("limited one") + ", '" + person +
              "', '" + membership + "', 'bearer', '1 day')");
    auto root = Raw::superuser();
    root.run("insert into catalogue.requirement values ('Z1', 'f1', 1, '2', null)");
    root.run("insert into catalogue.facet values ('z1', 'Z1')");
    // An item of another standard, and one that no standard asks; a box of the section itself.
    root.run(
        "insert into catalogue.template_item (template_code, version, item_code, position,"
        " section_code, lineage_id) values ('t1', 1, '2.1', 21, '2', 'x'), ('t1', 1, '3.1', 31, "
        "'3',"
        " 'y')");
    root.run(
        "insert into catalogue.box (template_code, version, box_no, position, section_code,"
        " item_code, field, content, filled_by) values"
        " ('t1', 1, '2.1', 21, '2', '2.1', 'How', 'text', 'agency'),"
        " ('t1', 1, '3.1', 31, '3', '3.1', 'How', 'text', 'agency'),"
        " ('t1', 1, '1.all', 41, '1', null, 'How', 'text', 'agency'),"
        " ('t1', 1, '0.all', 42, null, null, 'Name', 'detail', 'agency')");
    root.run("insert into catalogue.item_facet values ('t1', 1, 'f1', 1, 1, '2.1', 'z1')");
  }
  void SetUp() override { limit_to("'1'"); }
  void TearDown() override {
    Raw::superuser().run("delete from tenant.commitment_subject; delete from tenant.commitment");
  }

  static void limit_to(const std::string& standards) {
    Raw::superuser().run("update identity.membership set standards = " +
                         (standards.empty() ? "null" : "array[" + standards + "]") +
                         " where membership_id = '" + membership + "'");
  }
  // The SQLSTATE of these statements as the limited colleague; everything is undone.
  static std::string tried(std::vector<std::string> statements,
                           const std::string& who = "limited one") {
    statements.insert(statements.begin(), region::enter(who));
    statements.emplace_back("do $$ begin raise exception '' using errcode = 'OR999'; end $$");
    const auto state = Raw("gateway").refusal(statements);
    return state == "OR999" ? "" : state;
  }
  static std::string commitment_of(const std::string& requirement) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec(region::enter("lead one"));
    const std::string id =
        work.exec1(
                "insert into tenant.commitment (tenant_id, unit_id, what, saved_by)"
                " values (app.party(), app.party(), 'It', app.person()) returning commitment_id")[0]
            .c_str();
    work.exec(subject(id, requirement));
    work.commit();
    return id;
  }
  // How many rows the limited colleague changes.
  static std::string changed(const std::string& statement) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec(region::enter("limited one"));
    return std::to_string(work.exec(statement).affected_rows());
  }
};

TEST_F(Limits, hold_for_the_boxes_of_a_boards_own_form) {
  EXPECT_EQ(tried({box("1.1")}), "");
  EXPECT_EQ(tried({box("1.1r")}), "");
  EXPECT_EQ(tried({box("1.2", "residual")}), "") << "a residual is named by its item";
  EXPECT_EQ(tried({box("1.all")}), "") << "a section with an item of theirs";
  EXPECT_EQ(tried({box("2.1")}), "42501");
  EXPECT_EQ(tried({box("3.1")}), "42501") << "what no standard asks";
  EXPECT_EQ(tried({box("0.all")}), "42501");
  EXPECT_EQ(tried({box("nowhere")}), "42501");
  limit_to("'2'");
  EXPECT_EQ(tried({box("1.1")}), "42501");
  EXPECT_EQ(tried({box("2.1")}), "");
}

TEST_F(Limits, let_everybody_else_write_everything) {
  for (const std::string& each : {box("2.1"), box("3.1"), box("0.all"), part, promise}) {
    EXPECT_EQ(tried({each}, "lead one"), "") << each;
    limit_to("");
    EXPECT_EQ(tried({each}), "") << each;
  }
}

TEST_F(Limits, hold_for_parts_and_promises) {
  EXPECT_EQ(tried({part}), "");
  EXPECT_EQ(tried({promise}), "");
  limit_to("'2'");
  EXPECT_EQ(tried({part}), "42501");
  EXPECT_EQ(tried({promise}), "42501");
}

TEST_F(Limits, hold_for_a_box_that_somebody_else_has_begun) {
  const auto change =
      "update tenant.board_box set text = 'mine', version = version + 1"
      " where tenant_id = app.party() and box_no = '2.1'";
  Raw raw("gateway");
  pqxx::work work(raw.connection());
  work.exec(region::enter("lead one"));
  work.exec(box("2.1"));
  work.commit();
  EXPECT_EQ(changed(change), "0");
  limit_to("'2'");
  EXPECT_EQ(changed(change), "1");
  Raw::superuser().run("delete from tenant.board_box where box_no = '2.1'");
}

TEST_F(Limits, hold_for_actions_all_of_whose_subjects_must_be_ones_own) {
  const std::string make =
      "insert into tenant.commitment (tenant_id, commitment_id, unit_id, what, saved_by) values"
      " (app.party(), 'f0000000-0000-4000-8000-000000000001', app.party(), 'It', app.person())";
  EXPECT_EQ(tried({make, subject("f0000000-0000-4000-8000-000000000001", "C1")}), "");
  EXPECT_EQ(tried({make, subject("f0000000-0000-4000-8000-000000000001", "Z1")}), "42501");
  const auto own = commitment_of("C1");
  const auto foreign = commitment_of("Z1");
  const auto both = commitment_of("C1");
  Raw::superuser().run(
      "insert into tenant.commitment_subject (tenant_id, commitment_id,"
      " requirement_code) values ('" +
      region::agency_one + "', '" + both + "', 'Z1')");
  const auto rename = [](const std::string& id) {
    return "update tenant.commitment set what = 'Mine' where tenant_id = app.party()"
           " and commitment_id = '" +
           id + "'";
  };
  EXPECT_EQ(changed(rename(own)), "1");
  EXPECT_EQ(changed(rename(foreign)), "0");
  EXPECT_EQ(changed(rename(both)), "0");
  EXPECT_EQ(changed("delete from tenant.commitment_subject where tenant_id = app.party()"), "2")
      << "of three, those that are theirs";
}

TEST_F(Limits, are_asked_of_the_database_in_words_for_people) {
  const auto may = [](const std::string& box_no) {
    return *gateway().as_agency(session_of("limited one"), [&](postgres::AgencyTx& tx) {
      return Result(identity::may_write_box(tx, BoardId(region::board_one),
                                            RequestId(region::request_one_of_one), box_no));
    });
  };
  EXPECT_TRUE(may("1.1"));
  EXPECT_FALSE(may("2.1"));
}

}  // namespace
}  // namespace onereturn::testing
