// The own account: sessions elsewhere, another address, a code to sign.

#include "domain/identity/account.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/sessions.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

template <class Use>
auto in_auth(Use&& use) {
  return auth().as_auth([&](postgres::AuthTx& tx) { return use(tx); });
}

void begin(const std::string& person, const std::string& secret) {
  ASSERT_TRUE(in_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, PersonId(person),
                                   MembershipId(region::membership_of(person)), digest(secret),
                                   std::chrono::seconds(600), {"Edge on Windows", false});
  }));
}

std::vector<identity::OpenSessionRow> sessions(const std::string& secret) {
  const auto all =
      in_auth([&](postgres::AuthTx& tx) { return identity::list_sessions(tx, digest(secret)); });
  return all ? *all : std::vector<identity::OpenSessionRow>();
}

Result<identity::AskedAt> ask_for(const std::string& secret, const std::string& email,
                                  bool proved) {
  return in_auth([&](postgres::AuthTx& tx) {
    return identity::ask_email_change(tx, digest(secret), email, proved);
  });
}

void give_password(const std::string& person) {
  Raw::superuser().run("insert into identity.credential (person_id, password_hash) values ('" +
                       person + "', '$argon2id$a hash')");
}

class OwnAccount : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    clear_accounts();
    Raw::superuser().run(
        "delete from identity.session where kind = 'browser'; delete from identity.credential");
  }
};

TEST_F(OwnAccount, lists_its_sessions_and_ends_those_elsewhere) {
  begin(region::lead_one, "here");
  begin(region::lead_one, "there");
  begin(region::lead_two, "stranger");
  auto all = sessions("here");
  ASSERT_EQ(all.size(), 3U) << "two browsers and the seeded program";
  EXPECT_TRUE(all.front().is_this);
  EXPECT_EQ(all.front().device, "Edge on Windows");
  const auto ended = in_auth([&](postgres::AuthTx& tx) {
    return identity::sign_out_elsewhere(tx, digest("here"), std::nullopt);
  });
  EXPECT_EQ(*ended, 1);
  EXPECT_EQ(sessions("here").size(), 2U) << "programs are ended one by one";
  EXPECT_TRUE(sessions("there").empty());
  EXPECT_FALSE(sessions("stranger").empty());
}

TEST_F(OwnAccount, ends_no_session_of_somebody_else) {
  begin(region::lead_one, "mine");
  begin(region::lead_two, "theirs");
  const auto theirs = sessions("theirs").front().session;
  const auto ended = in_auth([&](postgres::AuthTx& tx) {
    return identity::sign_out_elsewhere(tx, digest("mine"), theirs);
  });
  EXPECT_EQ(*ended, 0);
  EXPECT_FALSE(sessions("theirs").empty());
}

TEST_F(OwnAccount, without_a_password_is_asked_at_the_present_address_first) {
  begin(region::lead_one, "stolen");
  // The password that is said to have been typed is not there.
  for (const bool proved : {false, true}) {
    const auto asked = ask_for("stolen", "thief@small.example", proved);
    ASSERT_TRUE(asked);
    EXPECT_EQ(*asked, identity::AskedAt::present_address);
  }
  EXPECT_THAT(waiting_mails(), ::testing::Each("email_leave lead.one@small.example"));
  send_all("leave");
  const auto agree = [&](const std::string& secret) {
    return in_auth(
        [&](postgres::AuthTx& tx) { return identity::agree_email_change(tx, digest(secret)); });
  };
  EXPECT_FALSE(agree("another link"));
  EXPECT_FALSE(in_auth([&](postgres::AuthTx& tx) {
    return identity::change_email(tx, digest("leave"));
  })) << "the link at the present address changes nothing by itself";
  EXPECT_TRUE(agree("leave"));
  EXPECT_FALSE(agree("leave")) << "once";
  EXPECT_THAT(waiting_mails(), ::testing::ElementsAre("email_change thief@small.example"));
}

TEST_F(OwnAccount, with_another_address_lets_no_older_request_through) {
  begin(region::lead_one, "changing");
  give_password(region::lead_one);
  ASSERT_TRUE(ask_for("changing", "first@small.example", false));
  send_all("older");
  ASSERT_TRUE(ask_for("changing", "second@small.example", true));
  send_all("newer");
  ASSERT_TRUE(
      in_auth([&](postgres::AuthTx& tx) { return identity::change_email(tx, digest("newer")); }) ||
      in_auth([&](postgres::AuthTx& tx) { return identity::change_email(tx, digest("newer1")); }));
  EXPECT_FALSE(in_auth(
      [&](postgres::AuthTx& tx) { return identity::agree_email_change(tx, digest("older")); }));
  Raw::superuser().run(
      "update identity.person set email = 'lead.one@small.example'"
      " where email = 'second@small.example'");
}

TEST_F(OwnAccount, changes_its_address_from_the_new_mailbox_and_tells_the_old_one) {
  begin(region::lead_one, "changing");
  give_password(region::lead_one);
  const auto asked = ask_for("changing", "New.Lead@small.example", true);
  ASSERT_TRUE(asked);
  EXPECT_EQ(*asked, identity::AskedAt::new_address);
  EXPECT_THAT(waiting_mails(),
              ::testing::UnorderedElementsAre("email_change new.lead@small.example",
                                              "email_change_asked lead.one@small.example"));
  Raw::superuser().run(
      "delete from jobs.job where source_ref in (select mail_id from identity.mail"
      " where kind = 'email_change_asked'); delete from identity.mail"
      " where kind = 'email_change_asked'");
  send_all("new address");
  const auto change = [&] {
    return in_auth(
        [&](postgres::AuthTx& tx) { return identity::change_email(tx, digest("new address")); });
  };
  EXPECT_TRUE(change());
  EXPECT_THAT(waiting_mails(), ::testing::ElementsAre("email_changed lead.one@small.example"));
  EXPECT_FALSE(change());
  const auto account =
      in_auth([&](postgres::AuthTx& tx) { return identity::read_account(tx, digest("changing")); });
  EXPECT_EQ(account->email, "new.lead@small.example");
  Raw::superuser().run(
      "update identity.person set email = 'lead.one@small.example'"
      " where email = 'new.lead@small.example'");
}

TEST_F(OwnAccount, does_not_say_that_an_address_is_taken) {
  begin(region::lead_one, "asking");
  give_password(region::lead_one);
  EXPECT_TRUE(ask_for("asking", "lead.two@small.example", true));
  EXPECT_THAT(waiting_mails(),
              ::testing::UnorderedElementsAre("email_taken lead.two@small.example",
                                              "email_change_asked lead.one@small.example"));
}

TEST_F(OwnAccount, signs_with_the_code_that_was_mailed_for_just_this) {
  begin(region::lead_one, "signing");
  ASSERT_TRUE(in_auth([&](postgres::AuthTx& tx) {
    return identity::ask_signing_code(tx, digest("signing"), digest("this return"), 3);
  }));
  send_all("unused", "482913");
  const auto is_code = [&](const std::string& code, const std::string& what) {
    return *in_auth([&](postgres::AuthTx& tx) {
      return identity::is_signing_code(tx, digest("signing"), digest(what), digest(code));
    });
  };
  EXPECT_FALSE(is_code("482914", "this return"));
  EXPECT_FALSE(is_code("482913", "another return"));
  EXPECT_TRUE(is_code("482913", "this return"));
  EXPECT_TRUE(is_code("482913", "this return")) << "pressed twice: it is sent once all the same";
}

TEST_F(OwnAccount, has_five_tries_at_a_code) {
  begin(region::lead_one, "guessing");
  ASSERT_TRUE(in_auth([&](postgres::AuthTx& tx) {
    return identity::ask_signing_code(tx, digest("guessing"), digest("it"), 1);
  }));
  send_all("unused", "111111");
  const auto is_code = [&](const std::string& code) {
    return *in_auth([&](postgres::AuthTx& tx) {
      return identity::is_signing_code(tx, digest("guessing"), digest("it"), digest(code));
    });
  };
  for (int times = 0; times < 5; ++times)
    EXPECT_FALSE(is_code("222222"));
  EXPECT_FALSE(is_code("111111"));
}

TEST_F(OwnAccount, takes_no_code_that_was_mailed_to_another) {
  begin(region::lead_one, "one");
  begin(region::lead_two, "two");
  ASSERT_TRUE(in_auth([&](postgres::AuthTx& tx) {
    return identity::ask_signing_code(tx, digest("one"), digest("it"), 1);
  }));
  send_all("unused", "333333");
  EXPECT_FALSE(*in_auth([&](postgres::AuthTx& tx) {
    return identity::is_signing_code(tx, digest("two"), digest("it"), digest("333333"));
  }));
}

}  // namespace
}  // namespace onereturn::testing
