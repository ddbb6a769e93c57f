// Links in mails: for whom, how often, how long; and that an unknown address costs the same.

#include "domain/identity/links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/account.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using identity::LinkPurpose;

class Links : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { clear_accounts(); }

  static Result<Done> ask(const std::string& email, LinkPurpose purpose = LinkPurpose::sign_in,
                          const std::string& address = "192.0.2.1") {
    return auth().as_auth([&](postgres::AuthTx& tx) {
      return identity::ask_link(tx, purpose, email, address, "/questions/C1");
    });
  }
  static Result<identity::KnownPerson> use(const std::string& secret) {
    std::string next;
    return auth().as_auth(
        [&](postgres::AuthTx& tx) { return identity::use_sign_in_link(tx, digest(secret), next); });
  }
  static Result<identity::OpenLink> look(const std::string& secret,
                                         LinkPurpose purpose = LinkPurpose::sign_in) {
    return auth().as_auth(
        [&](postgres::AuthTx& tx) { return identity::read_link(tx, purpose, digest(secret)); });
  }
};

TEST_F(Links, sign_an_agencys_person_in_once) {
  ASSERT_TRUE(ask(" Lead.One@small.example "));
  EXPECT_FALSE(look("secret")) << "before the mail was sent there is no secret";
  EXPECT_EQ(send_all("secret"), 1);
  ASSERT_TRUE(look("secret"));
  EXPECT_EQ(look("secret")->next_path, "/questions/C1");
  EXPECT_TRUE(look("secret")) << "looking does not use it up";
  const auto person = use("secret");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->person.text(), region::lead_one);
  EXPECT_EQ(use("secret").problem().key, "link-over");
  EXPECT_FALSE(look("secret"));
}

TEST_F(Links, do_the_same_work_for_somebody_unknown_and_mail_nobody) {
  ASSERT_TRUE(ask("nobody@small.example"));
  EXPECT_THAT(waiting_mails(), ::testing::ElementsAre("sign_in nobody"));
  EXPECT_EQ(send_all("ghost"), 0);
  EXPECT_FALSE(look("ghost"));
}

TEST_F(Links, tell_a_boards_person_to_use_password_and_code) {
  ASSERT_TRUE(ask("manager.one@small.example"));
  EXPECT_THAT(waiting_mails(),
              ::testing::ElementsAre("sign_in_by_password manager.one@small.example"));
  EXPECT_EQ(send_all("board"), 1);
  EXPECT_FALSE(look("board"));
  ASSERT_TRUE(ask("manager.one@small.example", LinkPurpose::password));
  EXPECT_EQ(send_all("reset"), 1);
  EXPECT_TRUE(look("reset", LinkPurpose::password));
}

TEST_F(Links, are_good_for_what_they_were_sent_for_and_nothing_else) {
  ASSERT_TRUE(ask("lead.one@small.example", LinkPurpose::password));
  send_all("password link");
  EXPECT_FALSE(use("password link"));
  EXPECT_TRUE(look("password link", LinkPurpose::password));
}

TEST_F(Links, are_over_after_a_quarter_of_an_hour) {
  ASSERT_TRUE(ask("lead.one@small.example"));
  send_all("late");
  ASSERT_TRUE(look("late"));
  Raw::superuser().run(
      "update identity.link set expires_at = expires_at - interval '15 minutes 1 second'");
  EXPECT_FALSE(look("late"));
  EXPECT_FALSE(use("late"));
}

TEST_F(Links, are_not_sent_when_nobody_waits_for_them_any_more) {
  ASSERT_TRUE(ask("lead.one@small.example"));
  Raw::superuser().run("update identity.link set asked_at = asked_at - interval '61 minutes'");
  EXPECT_EQ(send_all("stale"), 0);
  EXPECT_FALSE(look("stale"));
}

TEST_F(Links, are_refused_to_whoever_asks_too_often_known_or_not) {
  for (const std::string email : {"lead.one@small.example", "ghost@small.example"}) {
    for (int times = 0; times < 5; ++times) {
      ASSERT_TRUE(ask(email)) << email << " " << times;
    }
    EXPECT_EQ(ask(email).problem().code, ProblemCode::too_many) << email;
  }
  EXPECT_TRUE(ask("lead.two@small.example"));
}

TEST_F(Links, are_refused_to_a_network_that_asks_for_many_people) {
  for (int times = 0; times < 60; ++times) {
    ASSERT_TRUE(
        ask("p" + std::to_string(times) + "@small.example", LinkPurpose::sign_in, "192.0.2.99"));
  }
  EXPECT_FALSE(ask("lead.one@small.example", LinkPurpose::sign_in, "192.0.2.99"));
  EXPECT_TRUE(ask("lead.one@small.example"));
}

TEST_F(Links, refuse_what_cannot_be_an_address) {
  for (const std::string wrong : {"", "lead.one", "a@b", "a b@small.example", "<a@small.example>",
                                  "a@small.example\r\nBcc: all@small.example"}) {
    EXPECT_EQ(ask(wrong).problem().code, ProblemCode::invalid) << wrong;
  }
  EXPECT_TRUE(waiting_mails().empty());
}

TEST_F(Links, have_no_secret_at_rest_and_wipe_what_a_mail_was_about) {
  ASSERT_TRUE(ask("lead.one@small.example"));
  send_all("never stored");
  auto raw = Raw::superuser();
  EXPECT_EQ(raw.one("select fields from identity.mail"), "{}");
  EXPECT_EQ(raw.one("select count(*) from identity.link_token"
                    " where token_hash = sha256('never stored')"),
            "1");
}

TEST_F(Links, work_after_two_years_of_silence) {
  auto raw = Raw::superuser();
  raw.run(
      "update identity.person set created_at = created_at - interval '2 years 1 month';"
      " update identity.membership set from_at = from_at - interval '2 years 1 month'");
  Raw("worker").run("select identity.housekeep()");
  Raw("worker").run("select jobs.housekeep()");
  ASSERT_TRUE(ask("lead.one@small.example"));
  EXPECT_EQ(send_all("two years"), 1);
  const auto person = use("two years");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->memberships.front().role, "lead");
}

TEST_F(Links, are_nobodys_to_make_but_by_asking) {
  Raw gateway("gateway");
  for (const std::string call :
       {"select identity.ask_link('sign_in', 'lead.one@small.example', '', '')",
        "select identity.use_link(sha256('x'), 'sign_in')", "select * from identity.link",
        "select * from identity.mail", "select * from identity.second_factor"}) {
    EXPECT_EQ(gateway.refusal({call}), "42501") << call;
    EXPECT_EQ(gateway.refusal({region::enter("lead one"), call}), "42501") << call;
  }
  EXPECT_EQ(gateway.refusal({region::enter("manager one"),
                             "select identity.queue_link_mail('x', 'a@b.example', '{}', '{}',"
                             " 'sign_in', null, '1 hour')"}),
            "OR001");
  EXPECT_EQ(gateway.refusal({region::enter("lead one"),
                             "select identity.queue_link_mail('x', 'a@b.example', '{}', '{}',"
                             " 'join', null, '1 hour')"}),
            "42501");
}

TEST_F(Links, change_a_password_once_and_end_every_session) {
  ASSERT_TRUE(ask("lead.two@small.example", LinkPurpose::password));
  send_all("new password");
  const auto change = [&] {
    return auth().as_auth([&](postgres::AuthTx& tx) {
      return identity::change_password(tx, digest("new password"),
                                       "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
    });
  };
  EXPECT_TRUE(change());
  EXPECT_EQ(change().problem().key, "link-over");
  EXPECT_THROW((void)gateway().as_agency(session_of("lead two"),
                                         [](postgres::AgencyTx&) { return Result<Done>(Done{}); }),
               postgres::SessionEnded);
}

}  // namespace
}  // namespace onereturn::testing
