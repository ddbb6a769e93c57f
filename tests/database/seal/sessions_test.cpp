// A session that should not act any more does not, from that moment.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

class Sessions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  // A fresh person with a session of their own, acting for agency two.
  void SetUp() override {
    Raw owner("operator");
    static int count = 0;
    const auto no = std::to_string(++count);
    token_ = "sha256('session " + no + "'::bytea)";
    person_ = owner.one("select operator.add_person(null, 'p" + no + "@small.example', 'P" + no +
                        "', '')");
    membership_ = owner.one("select operator.add_membership(null, '" + person_ + "', '" +
                            region::agency_two + "', null, 'contributor', '')");
    owner.run("select operator.issue_session(" + token_ + ", '" + person_ + "', '" + membership_ +
              "', 'browser', '1 hour')");
    ASSERT_EQ(entering(), "");
  }
  std::string entering() {
    return gateway_.refusal({"select * from identity.enter(" + token_ + ")"});
  }
  // Nobody has used it for that long.
  void rest(const std::string& how_long) {
    Raw::superuser().run("update identity.session set seen_at = now() - interval '" + how_long +
                         "' where token_hash = " + token_);
  }

  Raw gateway_{"gateway"};
  std::string token_;
  std::string person_;
  std::string membership_;
};

TEST_F(Sessions, enter_says_who_it_is) {
  const auto row = gateway_.run("select * from identity.enter(" + token_ + ")")[0];
  EXPECT_EQ(row["scope"].c_str(), std::string("agency"));
  EXPECT_EQ(row["party_id"].c_str(), region::agency_two);
  EXPECT_EQ(row["party_kind"].c_str(), std::string("agency"));
  EXPECT_EQ(row["party_name"].c_str(), std::string("Party a2"));
  EXPECT_EQ(row["person_id"].c_str(), person_);
  EXPECT_EQ(row["role"].c_str(), std::string("contributor"));
  EXPECT_TRUE(row["unit_id"].is_null());
}

TEST_F(Sessions, an_unknown_token_is_refused) {
  EXPECT_EQ(gateway_.refusal({"select * from identity.enter(sha256('nobody'::bytea))"}), "OR002");
  EXPECT_EQ(gateway_.refusal({"select * from identity.enter(null)"}), "OR002");
  EXPECT_EQ(gateway_.refusal({"select * from identity.enter('short'::bytea)"}), "OR002");
}

TEST_F(Sessions, an_ended_session_is_refused) {
  EXPECT_EQ(Raw("auth").one("select identity.end_session(" + token_ + ")"), "t");
  EXPECT_EQ(entering(), "OR002");
  EXPECT_EQ(Raw("auth").one("select identity.end_session(" + token_ + ")"), "f");
}

TEST_F(Sessions, an_expired_session_is_refused) {
  Raw::superuser().run(
      "update identity.session set expires_at = now() - interval '1 second'"
      " where token_hash = " +
      token_);
  EXPECT_EQ(entering(), "OR002");
}

TEST_F(Sessions, one_that_was_left_alone_is_over_and_is_not_woken) {
  rest("4 hours 1 minute");
  EXPECT_EQ(entering(), "OR002");
  EXPECT_EQ(Raw("auth").one("select count(*) from identity.session_info(" + token_ + ")"), "0");
  gateway_.run("select identity.note_use(" + token_ + ")");
  EXPECT_EQ(entering(), "OR002");
}

TEST_F(Sessions, one_that_is_used_goes_on_from_there) {
  rest("3 hours 59 minutes");
  EXPECT_EQ(entering(), "");
  gateway_.run("select identity.note_use(" + token_ + ")");
  EXPECT_EQ(
      Raw::superuser().one("select seen_at > now() - interval '1 minute' from identity.session"
                           " where token_hash = " +
                           token_),
      "t");
}

TEST_F(Sessions, a_boards_rests_for_an_hour_and_a_programs_for_ever) {
  const std::string board = region::token("manager one");
  auto arranger = Raw::superuser();
  const auto seen = [&](const std::string& ago) {
    arranger.run("update identity.session set kind = 'browser', seen_at = now() - interval '" +
                 ago + "' where token_hash = " + board);
    return gateway_.refusal({region::enter("manager one")});
  };
  EXPECT_EQ(seen("59 minutes"), "");
  EXPECT_EQ(seen("61 minutes"), "OR002");
  EXPECT_EQ(seen("0 minutes"), "");
  arranger.run("update identity.session set kind = 'bearer' where token_hash = " + token_);
  rest("30 days");
  EXPECT_EQ(entering(), "");
}

TEST_F(Sessions, a_session_of_an_ended_membership_is_refused) {
  Raw("operator").run("select operator.end_membership('" + membership_ + "')");
  EXPECT_EQ(entering(), "OR002");
}

TEST_F(Sessions, a_session_of_a_disabled_person_is_refused) {
  Raw::superuser().run("update identity.person set disabled_at = now() where person_id = '" +
                       person_ + "'");
  EXPECT_EQ(entering(), "OR002");
}

TEST_F(Sessions, a_session_for_a_party_that_has_left_is_refused) {
  auto arranger = Raw::superuser();
  arranger.run("update tenancy.party set status = 'off_platform' where party_id = '" +
               region::agency_two + "'");
  const auto refused = entering();
  arranger.run("update tenancy.party set status = 'active' where party_id = '" +
               region::agency_two + "'");
  EXPECT_EQ(refused, "OR002");
  EXPECT_EQ(entering(), "");
}

TEST_F(Sessions, a_session_holds_exactly_one_role) {
  Raw owner("operator");
  const auto other = owner.one("select operator.add_membership(null, '" + person_ + "', '" +
                               region::board_one + "', null, 'member', '')");
  Raw auth("auth");
  auth.run("select identity.begin_session(sha256('switched'::bytea), '" + person_ + "', '" + other +
           "', 'browser', '1 hour', " + token_ + ")");
  EXPECT_EQ(entering(), "OR002");
  EXPECT_EQ(gateway_.one("select scope from identity.enter(sha256('switched'::bytea))"), "review");
}

TEST_F(Sessions, nobody_begins_a_session_with_a_membership_of_somebody_else) {
  EXPECT_EQ(Raw("auth").refusal({"select identity.begin_session(sha256('stolen'::bytea), '" +
                                 person_ + "', '" + region::membership_of(region::lead_one) +
                                 "', 'browser', '1 hour')"}),
            "OR002");
}

TEST_F(Sessions, a_new_password_ends_every_other_session) {
  Raw auth("auth");
  auth.run("select identity.begin_session(sha256('kept'::bytea), '" + person_ + "', '" +
           membership_ + "', 'browser', '1 hour')");
  auth.run("select identity.set_password_hash('" + person_ +
           "', '$argon2id$v=19$m=19456$x', sha256('kept'::bytea))");
  EXPECT_EQ(entering(), "OR002");
  EXPECT_EQ(gateway_.refusal({"select * from identity.enter(sha256('kept'::bytea))"}), "");
}

TEST_F(Sessions, an_operator_enters_without_any_rows_to_see) {
  Raw owner("operator");
  const auto party = owner.one(
      "select operator.add_party(null, 'operator', null, 'active',"
      " '{\"name\": \"The operator\"}')");
  const auto membership = owner.one("select operator.add_membership(null, '" + person_ + "', '" +
                                    party + "', null, 'operator', '')");
  owner.run("select operator.issue_session(sha256('op'::bytea), '" + person_ + "', '" + membership +
            "', 'browser', '1 hour')");
  EXPECT_EQ(gateway_.one("select scope from identity.enter(sha256('op'::bytea))"), "operator");
  EXPECT_EQ(gateway_.refusal(
                {"select identity.enter(sha256('op'::bytea))", "select name from tenant.unit"}),
            "42501");
}

}  // namespace
}  // namespace onereturn::testing
