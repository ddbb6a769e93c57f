#include "domain/identity/sign_in.hpp"

#include <gtest/gtest.h>

#include "domain/identity/sessions.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

postgres::Database& auth() {
  static postgres::Database database({TestDatabase::instance().settings("auth")});
  return database;
}

postgres::Database& gateway() {
  static postgres::Database database({TestDatabase::instance().settings("gateway")});
  return database;
}

class SignIn : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw owner("operator");
    owner.run("select operator.set_password_hash('" + region::lead_one +
              "', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA')");
  }

  static Result<identity::Attempt> open(const std::string& email,
                                        const std::string& address = "192.0.2.1") {
    return auth().as_auth(
        [&](postgres::AuthTx& tx) { return identity::open_attempt(tx, email, address); });
  }
  static void fail(const identity::Attempt& attempt) {
    const auto counted =
        auth().as_auth([&](postgres::AuthTx& tx) { return identity::count_failure(tx, attempt); });
    ASSERT_TRUE(counted.has_value());
  }
  static Result<identity::KnownPerson> close(const identity::Attempt& attempt) {
    return auth().as_auth(
        [&](postgres::AuthTx& tx) { return identity::close_attempt(tx, attempt); });
  }
  static std::string hash_of(char c) { return std::string(32, c); }
};

TEST_F(SignIn, finds_the_person_by_the_address_however_it_is_typed) {
  const auto attempt = open("  Lead.One@small.example ");
  ASSERT_TRUE(attempt.has_value());
  ASSERT_TRUE(attempt->person.has_value());
  EXPECT_EQ(attempt->person->text(), region::lead_one);
  EXPECT_TRUE(attempt->password_hash.starts_with("$argon2id$"));
  const auto known = close(*attempt);
  ASSERT_TRUE(known.has_value());
  ASSERT_EQ(known->memberships.size(), 1U);
  EXPECT_EQ(known->memberships[0].role, "lead");
  EXPECT_EQ(known->memberships[0].party.text(), region::agency_one);
}

TEST_F(SignIn, answers_the_same_for_somebody_unknown) {
  const auto attempt = open("nobody@small.example");
  ASSERT_TRUE(attempt.has_value());
  EXPECT_FALSE(attempt->person.has_value());
  EXPECT_TRUE(attempt->password_hash.empty());
  EXPECT_EQ(close(*attempt).problem(), identity::wrong_sign_in());
}

TEST_F(SignIn, locks_an_address_after_too_many_failures_known_or_not) {
  for (const std::string email : {"lead.two@small.example", "ghost@small.example"}) {
    for (int times = 0; times < 8; ++times) {
      const auto attempt = open(email, "192.0.2.77");
      ASSERT_TRUE(attempt.has_value()) << email << " " << times;
      fail(*attempt);
    }
    EXPECT_EQ(open(email, "192.0.2.77").problem().code, ProblemCode::too_many) << email;
  }
  EXPECT_TRUE(open("manager.one@small.example").has_value());
}

TEST_F(SignIn, begins_a_session_that_enters_and_ends) {
  const auto person = PersonId(region::lead_one);
  const auto membership = MembershipId(region::membership_of(region::lead_one));
  const auto begun = auth().as_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, person, membership, hash_of('x'),
                                   std::chrono::seconds(3600));
  });
  ASSERT_TRUE(begun.has_value());
  EXPECT_EQ(begun->membership.role, "lead");
  const auto who = [&](char c) {
    return gateway().as_agency({hash_of(c)}, [](postgres::AgencyTx& tx) {
      return Result<std::string>(tx.actor().person_name);
    });
  };
  EXPECT_EQ(*who('x'), "lead one");
  const auto known =
      auth().as_auth([&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash_of('x')); });
  ASSERT_TRUE(known.has_value());
  EXPECT_EQ(known->acting_as, membership);

  const auto switched = auth().as_auth([&](postgres::AuthTx& tx) {
    return identity::switch_role(tx, hash_of('x'), membership, hash_of('y'),
                                 std::chrono::seconds(3600));
  });
  ASSERT_TRUE(switched.has_value());
  EXPECT_THROW(static_cast<void>(who('x')), postgres::SessionEnded);
  EXPECT_EQ(*who('y'), "lead one");

  ASSERT_TRUE(
      auth()
          .as_auth([&](postgres::AuthTx& tx) { return identity::sign_out(tx, hash_of('y')); })
          .has_value());
  EXPECT_THROW(static_cast<void>(who('y')), postgres::SessionEnded);
  const auto gone =
      auth().as_auth([&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash_of('y')); });
  EXPECT_EQ(gone.problem().code, ProblemCode::unauthenticated);
}

TEST_F(SignIn, gives_nobody_the_role_of_another_person) {
  const auto taken = auth().as_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, PersonId(region::lead_one),
                                   MembershipId(region::membership_of(region::lead_two)),
                                   hash_of('z'), std::chrono::seconds(3600));
  });
  EXPECT_EQ(taken.problem().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace onereturn::testing
