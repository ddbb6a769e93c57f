// Password and code: needed by whoever acts for a board; each code counts once.

#include "domain/identity/second_factor.hpp"

#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/account.hpp"
#include "domain/identity/sessions.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

const PersonId manager(region::manager_one);
const PersonId lead(region::lead_one);

// As long as a sealed secret is, by a key of this name.
identity::StoredSecret sealed(char c, const std::string& key = "a key") {
  return {std::string(60, c), key};
}

template <class Use>
auto in_auth(Use&& use) {
  return auth().as_auth([&](postgres::AuthTx& tx) { return use(tx); });
}

identity::SecondFactor factor_of(const PersonId& person) {
  return *in_auth(
      [&](postgres::AuthTx& tx) { return Result(identity::second_factor_of(tx, person)); });
}

identity::StoredSecret offer(const identity::StoredSecret& secret) {
  return *in_auth([&](postgres::AuthTx& tx) {
    return Result(identity::offer_second_factor(tx, manager, secret));
  });
}

Result<identity::StartedSession> begin(const PersonId& person, const std::string& secret,
                                       bool two_factor) {
  return in_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, person, MembershipId(region::membership_of(person.text())),
                                   digest(secret), std::chrono::seconds(600),
                                   {"Firefox on Linux", two_factor});
  });
}

class SecondFactor : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    clear_accounts();
    Raw::superuser().run("delete from identity.recovery_code; delete from identity.second_factor");
  }

  static void enrol_manager(std::int64_t step = 100) {
    (void)*in_auth([&](postgres::AuthTx& tx) {
      return Result(identity::offer_second_factor(tx, manager, sealed('s')));
    });
    ASSERT_TRUE(in_auth([&](postgres::AuthTx& tx) {
      return identity::enrol(tx, manager, step, {digest("one"), digest("two")});
    }));
  }
};

TEST_F(SecondFactor, is_needed_by_a_boards_people_and_not_by_an_agencys) {
  EXPECT_TRUE(factor_of(manager).needed);
  EXPECT_FALSE(factor_of(lead).needed);
  EXPECT_FALSE(factor_of(manager).confirmed);
}

TEST_F(SecondFactor, keeps_a_board_closed_to_a_session_without_it) {
  EXPECT_EQ(begin(manager, "board alone", false).problem().key, "second-factor");
  EXPECT_TRUE(begin(manager, "board both", true));
  EXPECT_TRUE(begin(lead, "agency", false));
}

TEST_F(SecondFactor, counts_for_the_session_that_replaces_the_one_it_was_given_for) {
  Raw owner("operator");
  const auto membership = owner.one("select operator.add_membership(null, '" + region::lead_two +
                                    "', '" + region::board_two + "', null, 'manager', '')");
  ASSERT_TRUE(begin(PersonId(region::lead_two), "weak", false));
  const auto change = [&](const std::string& from, const std::string& to) {
    return in_auth([&](postgres::AuthTx& tx) {
      return identity::switch_role(tx, digest(from), MembershipId(membership), digest(to),
                                   std::chrono::seconds(600));
    });
  };
  EXPECT_EQ(change("weak", "stronger").problem().key, "second-factor");
  ASSERT_TRUE(begin(PersonId(region::lead_two), "strong", true));
  ASSERT_TRUE(change("strong", "as manager"));
  const auto account = in_auth(
      [&](postgres::AuthTx& tx) { return identity::read_account(tx, digest("as manager")); });
  EXPECT_TRUE(account->two_factor);
  owner.run("select operator.end_membership('" + membership + "')");
}

TEST_F(SecondFactor, takes_the_code_of_a_step_once_and_none_before_it) {
  enrol_manager(100);
  const auto take = [&](std::int64_t step) {
    return in_auth([&](postgres::AuthTx& tx) { return identity::take_code(tx, manager, step); });
  };
  EXPECT_EQ(take(100).problem().key, "wrong-code") << "the code that enrolled";
  EXPECT_TRUE(take(102));
  EXPECT_EQ(take(102).problem().key, "wrong-code") << "replayed";
  EXPECT_EQ(take(101).problem().key, "wrong-code") << "an older one";
  EXPECT_TRUE(take(103));
}

TEST_F(SecondFactor, keeps_its_secret_when_the_page_is_opened_again) {
  EXPECT_EQ(offer(sealed('a')).bytes, std::string(60, 'a'));
  EXPECT_EQ(offer(sealed('b')).bytes, std::string(60, 'a'));
}

TEST_F(SecondFactor, offers_another_secret_when_the_key_was_replaced_meanwhile) {
  (void)offer(sealed('a'));
  const auto again = offer(sealed('b', "another key"));
  EXPECT_EQ(again.bytes, std::string(60, 'b'));
  EXPECT_EQ(again.key_id, "another key");
}

TEST_F(SecondFactor, keeps_what_is_confirmed_whatever_is_offered) {
  enrol_manager();
  EXPECT_EQ(offer(sealed('b', "another key")).bytes, std::string(60, 's'));
  EXPECT_EQ(factor_of(manager).secret.key_id, "a key");
}

TEST_F(SecondFactor, is_stored_sealed_or_not_at_all) {
  EXPECT_THROW((void)offer({std::string(20, 'p'), "a key"}), postgres::ConstraintViolated);
  EXPECT_THROW(
      Raw::superuser().run("insert into identity.second_factor (person_id, secret) values ('" +
                           region::manager_one + "', '\\x1234')"),
      std::exception);
}

TEST_F(SecondFactor, is_sealed_anew_by_the_operator_while_nobody_has_changed_it) {
  Raw::superuser().run(
      "insert into identity.second_factor (person_id, secret, confirmed_at) values ('" +
      region::manager_one + "', convert_to(repeat('p', 20), 'UTF8'), now())");
  Raw owner("operator");
  EXPECT_EQ(factor_of(manager).secret.key_id, "") << "from before there was a key";
  EXPECT_EQ(owner.one("select count(*) from operator.second_factors_to_reseal('new')"), "1");
  const auto reseal = [&](const std::string& before, const std::string& key) {
    return owner.one("select operator.reseal_second_factor('" + region::manager_one +
                     "', convert_to('" + before +
                     "', 'UTF8'), convert_to(repeat('n', 60), 'UTF8'), '" + key + "')");
  };
  EXPECT_EQ(reseal("something else", "new"), "f");
  EXPECT_EQ(reseal(std::string(20, 'p'), "new"), "t");
  EXPECT_EQ(factor_of(manager).secret.key_id, "new");
  EXPECT_TRUE(factor_of(manager).confirmed);
  EXPECT_EQ(owner.one("select count(*) from operator.second_factors_to_reseal('new')"), "0");
}

TEST_F(SecondFactor, takes_each_recovery_code_once_and_only_its_own_persons) {
  enrol_manager();
  EXPECT_EQ(factor_of(manager).codes_left, 2);
  const auto take = [&](const PersonId& person, const std::string& code) {
    return in_auth([&](postgres::AuthTx& tx) {
      return identity::take_recovery_code(tx, person, {digest("by another key"), digest(code)});
    });
  };
  EXPECT_FALSE(take(lead, "one"));
  EXPECT_FALSE(take(manager, "three"));
  EXPECT_TRUE(take(manager, "one"));
  EXPECT_FALSE(take(manager, "one"));
  EXPECT_EQ(factor_of(manager).codes_left, 1);
}

TEST_F(SecondFactor, refuses_after_eight_tries) {
  const auto try_one = [&] {
    return *in_auth([&](postgres::AuthTx& tx) { return identity::count_code_try(tx, manager); });
  };
  for (int times = 0; times < 8; ++times) {
    EXPECT_TRUE(try_one()) << times;
  }
  EXPECT_FALSE(try_one());
}

TEST_F(SecondFactor, counts_anew_after_a_right_code) {
  enrol_manager(100);
  for (int times = 1; times <= 20; ++times) {
    EXPECT_TRUE(*in_auth([&](postgres::AuthTx& tx) {
      return identity::count_code_try(tx, manager);
    })) << times;
    EXPECT_TRUE(in_auth([&](postgres::AuthTx& tx) {
      return identity::take_code(tx, manager, 100 + times);
    })) << times;
  }
}

TEST_F(SecondFactor, is_reset_by_the_operator_who_ends_sessions_and_tells) {
  enrol_manager();
  ASSERT_TRUE(begin(manager, "on the old phone", true));
  Raw("operator").run("select operator.reset_second_factor('" + region::manager_one + "')");
  EXPECT_FALSE(factor_of(manager).confirmed);
  EXPECT_EQ(factor_of(manager).codes_left, 0);
  EXPECT_EQ(waiting_mails(),
            std::vector<std::string>{"second_factor_reset manager.one@small.example"});
  EXPECT_THROW((void)gateway().as_board({digest("on the old phone")},
                                        [](postgres::BoardTx&) { return Result<Done>(Done{}); }),
               postgres::SessionEnded);
}

}  // namespace
}  // namespace onereturn::testing
