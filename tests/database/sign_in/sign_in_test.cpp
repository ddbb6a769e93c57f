// Sign-in as the login auth has it: an unknown address looks like a known one in every answer.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

class SignIn : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw("operator")
        .run("select operator.set_password_hash('" + region::lead_one +
             "', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA')");
  }
  void SetUp() override { Raw::superuser().run("delete from identity.throttle"); }

  pqxx::row look_up(const std::string& email, const std::string& address = "192.0.2.1") {
    return auth_.run("select * from identity.sign_in_look_up('" + email + "', '" + address +
                     "')")[0];
  }
  std::string fail(const std::string& email, const std::string& address = "192.0.2.1") {
    return auth_.one("select identity.sign_in_failed('" + email + "', '" + address + "')");
  }

  Raw auth_{"auth"};
};

TEST_F(SignIn, finds_a_person_whatever_the_case_of_the_address) {
  const auto row = look_up("Lead.One@Small.Example");
  EXPECT_EQ(row["person_id"].c_str(), region::lead_one);
  EXPECT_TRUE(std::string(row["password_hash"].c_str()).starts_with("$argon2id$"));
  EXPECT_TRUE(row["locked_until"].is_null());
}

TEST_F(SignIn, answers_one_row_for_an_unknown_address_too) {
  const auto row = look_up("nobody@small.example");
  EXPECT_TRUE(row["person_id"].is_null());
  EXPECT_TRUE(row["password_hash"].is_null());
}

TEST_F(SignIn, answers_a_disabled_person_like_an_unknown_one) {
  Raw owner("operator");
  const auto person =
      owner.one("select operator.add_person(null, 'gone@small.example', 'Gone', '')");
  owner.run("select operator.set_password_hash('" + person + "', '$argon2id$x')");
  EXPECT_FALSE(look_up("gone@small.example")["person_id"].is_null());
  owner.run("select operator.disable_person('" + person + "')");
  EXPECT_TRUE(look_up("gone@small.example")["person_id"].is_null());
}

TEST_F(SignIn, locks_known_and_unknown_addresses_after_the_same_number_of_failures) {
  for (const std::string email : {"lead.one@small.example", "nobody@small.example"}) {
    for (int tries = 1; tries <= 7; ++tries) {
      EXPECT_EQ(fail(email), "") << email << tries;
    }
    EXPECT_NE(fail(email), "") << email;
    EXPECT_FALSE(look_up(email)["locked_until"].is_null()) << email;
  }
  EXPECT_TRUE(look_up("lead.two@small.example")["locked_until"].is_null());
}

TEST_F(SignIn, locks_a_network_address_that_tries_many_people) {
  for (int tries = 1; tries <= 60; ++tries) {
    fail("guess" + std::to_string(tries) + "@small.example", "198.51.100.7");
  }
  EXPECT_FALSE(look_up("lead.two@small.example", "198.51.100.7")["locked_until"].is_null());
  EXPECT_TRUE(look_up("lead.two@small.example", "198.51.100.8")["locked_until"].is_null());
}

TEST_F(SignIn, forgets_failures_after_a_success_and_after_a_quarter_of_an_hour) {
  for (int tries = 1; tries <= 7; ++tries) {
    fail("lead.one@small.example");
  }
  auth_.run("select identity.sign_in_succeeded('" + region::lead_one + "')");
  EXPECT_EQ(fail("lead.one@small.example"), "");
  for (int tries = 1; tries <= 6; ++tries) {
    fail("lead.one@small.example");
  }
  Raw::superuser().run(
      "update identity.throttle set first_failure_at = first_failure_at - interval '16 minutes'");
  EXPECT_EQ(fail("lead.one@small.example"), "");
}

TEST_F(SignIn, keeps_no_address_in_the_clear) {
  fail("lead.one@small.example");
  EXPECT_EQ(Raw::superuser().one("select count(*) from identity.throttle t"
                                 " where encode(t.key_hash, 'escape') like '%small%'"),
            "0");
  EXPECT_EQ(Raw::superuser().one("select count(*) from identity.throttle"), "2");
}

TEST_F(SignIn, lists_the_roles_that_a_person_may_take_up) {
  const auto rows = auth_.run("select * from identity.memberships_of('" + region::lead_one + "')");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["party_id"].c_str(), region::agency_one);
  EXPECT_EQ(rows[0]["role"].c_str(), std::string("lead"));
  EXPECT_TRUE(auth_.run("select * from identity.memberships_of(gen_random_uuid())").empty());
}

TEST_F(SignIn, tells_of_a_session_until_it_ends) {
  auth_.run("select identity.begin_session(sha256('info'::bytea), '" + region::lead_one + "', '" +
            region::membership_of(region::lead_one) + "', 'browser', '1 hour')");
  const std::string info =
      "select person_name, party_name, role, other_roles"
      " from identity.session_info(sha256('info'::bytea))";
  ASSERT_EQ(auth_.run(info).size(), 1U);
  EXPECT_EQ(auth_.run(info)[0]["person_name"].c_str(), std::string("lead one"));
  EXPECT_EQ(auth_.run(info)[0]["other_roles"].as<int>(), 0);
  auth_.run("select identity.end_session(sha256('info'::bytea))");
  EXPECT_TRUE(auth_.run(info).empty());
}

TEST_F(SignIn, takes_no_password_that_is_not_hashed_as_it_should_be) {
  EXPECT_EQ(auth_.refusal({"select identity.set_password_hash('" + region::lead_one +
                           "', 'in the clear', null)"}),
            "23514");
}

TEST_F(SignIn, reads_nothing_but_through_its_functions) {
  EXPECT_EQ(auth_.refusal({"select * from identity.credential"}), "42501");
  EXPECT_EQ(auth_.refusal({"select * from tenant.unit"}), "42501");
  EXPECT_EQ(auth_.refusal({region::enter("lead one")}), "42501");
  EXPECT_EQ(auth_.refusal({"set local role scope_agency"}), "42501");
}

TEST_F(SignIn, colleagues_are_those_of_the_own_party) {
  Raw gateway("gateway");
  const auto names = [&](const std::string& who) {
    pqxx::work work(gateway.connection());
    work.exec(region::enter(who));
    return std::string(
        work.exec1("select string_agg(distinct person_name, ',') from identity.colleagues()")[0]
            .c_str());
  };
  EXPECT_EQ(names("lead two"), "lead two");
  EXPECT_EQ(names("manager two"), "manager two");
}

TEST_F(SignIn, an_agency_joins_by_its_own_consent_and_only_once) {
  Raw gateway("gateway");
  pqxx::work board(gateway.connection());
  board.exec(region::enter("manager one"));
  const std::string entry =
      board
          .exec1(
              "insert into tenant.register_entry (tenant_id, name, type, from_on)"
              " values (app.party(), 'By hand', 'other', '2027-01-01') returning entry_id")[0]
          .c_str();
  board.exec("select tenancy.invite('" + entry + "', sha256('code'::bytea), '7 days')");
  board.commit();
  const std::string attach = "update tenant.register_entry set agency_id = '" + region::agency_two +
                             "' where entry_id = '" + entry + "'";
  EXPECT_EQ(gateway.refusal({region::enter("manager one"), attach}), "23503");
  const auto accept = [&](const std::string& code) {
    pqxx::work work(gateway.connection());
    work.exec(region::enter("lead two"));
    const auto rows =
        work.exec("select entry_id from tenancy.accept_invitation(sha256('" + code + "'::bytea))");
    work.commit();
    return rows.empty() ? std::string() : std::string(rows[0][0].c_str());
  };
  EXPECT_EQ(accept("other code"), "");
  EXPECT_EQ(accept("code"), entry);
  EXPECT_EQ(accept("code"), "");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"), attach}), "");
}

}  // namespace
}  // namespace onereturn::testing
