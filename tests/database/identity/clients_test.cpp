// Programs of an agency: what their secrets, tokens and agreements are worth, from both sides.

#include <gtest/gtest.h>

#include "domain/identity/client_token.hpp"
#include "domain/identity/manage_clients.hpp"
#include "domain/identity/submit_authority.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using identity::TakenToken;

postgres::Database& database_of(const char* login) {
  static postgres::Database auth({TestDatabase::instance().settings("auth")});
  static postgres::Database gateway({TestDatabase::instance().settings("gateway")});
  return std::string_view(login) == "auth" ? auth : gateway;
}

std::string bytes_of(const std::string& sql) {
  auto raw = Raw::superuser();
  const auto hex = raw.one("select encode(" + sql + ", 'hex')");
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

const std::string authoriser_one = "d0000000-0000-4000-8000-000000000009";

class Clients : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw owner("operator");
    owner.run("select operator.add_person('" + authoriser_one +
              "', 'signs.one@small.example', 'Signs One', '')");
    owner.run("select operator.add_membership('" + region::membership_of(authoriser_one) + "', '" +
              authoriser_one + "', '" + region::agency_one + "', null, 'authoriser', '')");
    owner.run("select operator.issue_session(" + region::token("signs one") + ", '" +
              authoriser_one + "', '" + region::membership_of(authoriser_one) +
              "', 'bearer', '1 day')");
  }
  void SetUp() override { Raw::superuser().run("delete from identity.throttle"); }

  // Does it as somebody; the hash of their token is what small_region gives them.
  template <class Work>
  static auto as(const std::string& who, Work&& work) {
    return database_of("gateway").as_agency({bytes_of(region::token(who))},
                                            std::forward<Work>(work));
  }
  static ClientId issued(std::vector<std::string> scopes, char secret,
                         const std::string& who = "lead one") {
    const auto id = ClientId::random();
    const auto done = as(who, [&](postgres::AgencyTx& tx) {
      return identity::issue_client(tx, {id, "Case system", std::move(scopes)},
                                    std::string(32, secret));
    });
    EXPECT_TRUE(done.has_value());
    return id;
  }
  static TakenToken take(const ClientId& client, char secret, const std::string& token,
                         std::optional<std::vector<std::string>> scopes = std::nullopt) {
    identity::TakeToken command{client.text(), std::string(32, secret), "192.0.2.7",
                                std::move(scopes), bytes_of(region::token(token))};
    return *database_of("auth").as_auth(
        [&](postgres::AuthTx& tx) { return identity::take_token(tx, command); });
  }
  static bool open(const std::string& token) {
    return Raw("gateway").refusal({region::enter(token)}).empty();
  }
  static Result<Done> agree(const ClientId& client, const std::string& who = "signs one") {
    return as(who, [&](postgres::AgencyTx& tx) {
      return identity::agree_to_submit(tx, {client, "Chief", "It is true.", 30});
    });
  }
};

TEST_F(Clients, act_for_their_own_agency_as_a_contributor_with_a_name_of_their_own) {
  const auto client = issued({"questions:read", "answers:write"}, 'a');
  const auto taken = take(client, 'a', "token a");
  EXPECT_EQ(taken.outcome, "ok");
  EXPECT_EQ(taken.scopes, (std::vector<std::string>{"questions:read", "answers:write"}));
  Raw gateway("gateway");
  const auto entered = gateway.run(region::enter("token a"))[0];
  EXPECT_EQ(entered["party_id"].c_str(), region::agency_one);
  EXPECT_STREQ(entered["role"].c_str(), "contributor");
  EXPECT_STREQ(entered["person_name"].c_str(), "Case system (program)");
  const auto scopes = database_of("gateway").as_system([&](postgres::SystemTx& tx) {
    return identity::scopes_of_session(tx, bytes_of(region::token("token a")));
  });
  EXPECT_EQ(*scopes, taken.scopes);
}

TEST_F(Clients, get_no_more_than_they_were_let_in_for) {
  const auto client = issued({"questions:read"}, 'b');
  EXPECT_EQ(take(client, 'b', "token b", {{"answers:write"}}).outcome, "scope");
  EXPECT_EQ(take(client, 'b', "token b", {{"questions:read", "submit"}}).outcome, "scope");
  EXPECT_FALSE(open("token b"));
}

TEST_F(Clients, are_told_alike_that_they_are_unknown_and_that_the_secret_is_wrong) {
  const auto client = issued({"questions:read"}, 'c');
  EXPECT_EQ(take(client, 'x', "token c").outcome, "unknown");
  EXPECT_EQ(take(ClientId::random(), 'c', "token c").outcome, "unknown");
}

TEST_F(Clients, are_locked_after_twenty_wrong_secrets) {
  const auto client = issued({"questions:read"}, 'd');
  for (int tries = 1; tries <= 20; ++tries)
    EXPECT_EQ(take(client, 'x', "token d").outcome, "unknown") << tries;
  EXPECT_EQ(take(client, 'd', "token d").outcome, "locked");
}

TEST_F(Clients, keep_the_old_secret_for_the_time_that_the_lead_gave_it) {
  const auto client = issued({"questions:read"}, 'e');
  const auto rotate = [&](char secret, int hours) {
    return as("lead one", [&](postgres::AgencyTx& tx) {
      return identity::rotate_client(tx, client, std::string(32, secret), hours);
    });
  };
  ASSERT_TRUE(rotate('f', 24).has_value());
  EXPECT_EQ(take(client, 'e', "token e1").outcome, "ok");
  EXPECT_EQ(take(client, 'f', "token e2").outcome, "ok");
  ASSERT_TRUE(rotate('g', 0).has_value());
  EXPECT_EQ(take(client, 'e', "token e3").outcome, "unknown");
  EXPECT_EQ(take(client, 'f', "token e4").outcome, "unknown");
  EXPECT_EQ(take(client, 'g', "token e5").outcome, "ok");
}

TEST_F(Clients, end_at_once_with_their_tokens) {
  const auto client = issued({"questions:read"}, 'h');
  ASSERT_EQ(take(client, 'h', "token h").outcome, "ok");
  ASSERT_TRUE(open("token h"));
  const auto end = [&] {
    return as("lead one",
              [&](postgres::AgencyTx& tx) { return identity::revoke_client(tx, client); });
  };
  EXPECT_TRUE(end().has_value());
  EXPECT_FALSE(open("token h"));
  EXPECT_EQ(take(client, 'h', "token h2").outcome, "unknown");
  EXPECT_EQ(end().problem().code, ProblemCode::not_found);
}

TEST_F(Clients, are_nothing_to_another_agency) {
  const auto client = issued({"questions:read", "submit"}, 'i');
  const auto theirs =
      *as("lead two", [](postgres::AgencyTx& tx) { return identity::list_clients(tx); });
  for (const auto& other : theirs)
    EXPECT_NE(other.client, client);
  const auto refused = {
      as("lead two", [&](postgres::AgencyTx& tx) { return identity::revoke_client(tx, client); }),
      as("lead two",
         [&](postgres::AgencyTx& tx) {
           return identity::rotate_client(tx, client, std::string(32, 'z'), 0);
         }),
      as("lead two",
         [&](postgres::AgencyTx& tx) { return identity::withdraw_consent(tx, client); }),
  };
  for (const auto& one : refused)
    EXPECT_EQ(one.problem().code, ProblemCode::not_found);
  EXPECT_EQ(take(client, 'i', "token i", {{"questions:read"}}).outcome, "ok");
}

TEST_F(Clients, are_the_leads_business_alone_in_the_database_too) {
  Raw gateway("gateway");
  for (const std::string who : {"signs one", "manager one"}) {
    const auto state = gateway.refusal({region::enter(who),
                                        "select identity.issue_client(gen_random_uuid(), 'x',"
                                        " array['submit'], sha256('x'))"});
    EXPECT_FALSE(state.empty()) << who;
  }
  EXPECT_FALSE(gateway
                   .refusal({"select identity.begin_client_session('a', sha256('a'), 'b', null,"
                             " sha256('c'), '1 hour')"})
                   .empty());
}

TEST_F(Clients, send_only_while_an_authoriser_of_theirs_agrees) {
  const auto client = issued({"questions:read", "answers:write", "submit"}, 'j');
  const std::vector<std::string> sends{"questions:read", "submit"};
  EXPECT_EQ(take(client, 'j', "token j1").scopes,
            (std::vector<std::string>{"questions:read", "answers:write"}));
  EXPECT_EQ(take(client, 'j', "token j2", {{"answers:write", "submit"}}).outcome, "scope");
  EXPECT_EQ(take(client, 'j', "token j2", sends).outcome, "consent");
  EXPECT_EQ(agree(client, "lead one").problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(agree(client).has_value());
  ASSERT_EQ(take(client, 'j', "token j3", sends).outcome, "ok");
  const auto authority = as("token j3", [](postgres::AgencyTx& tx) {
    EXPECT_EQ(tx.actor().role, "authoriser");
    return identity::authority_to_submit(tx);
  });
  ASSERT_TRUE(authority.has_value() && authority->has_value());
  EXPECT_EQ((*authority)->name, "Signs One");
  EXPECT_EQ((*authority)->position, "Chief");

  const auto withdrawn = as(
      "lead one", [&](postgres::AgencyTx& tx) { return identity::withdraw_consent(tx, client); });
  EXPECT_TRUE(withdrawn.has_value());
  EXPECT_FALSE(open("token j3"));
  EXPECT_EQ(take(client, 'j', "token j4", sends).outcome, "consent");
  EXPECT_TRUE(open("token j1"));
}

TEST_F(Clients, send_for_nobody_once_the_authoriser_has_left) {
  const auto client = issued({"submit"}, 'k');
  ASSERT_TRUE(agree(client).has_value());
  ASSERT_EQ(take(client, 'k', "token k").outcome, "ok");
  auto raw = Raw::superuser();
  const auto membership = region::membership_of(authoriser_one);
  raw.run("update identity.membership set to_at = now() where membership_id = '" + membership +
          "'");
  const auto authority =
      as("token k", [](postgres::AgencyTx& tx) { return identity::authority_to_submit(tx); });
  EXPECT_EQ(authority.problem().code, ProblemCode::forbidden);
  EXPECT_EQ(take(client, 'k', "token k2").outcome, "consent");
  raw.run("update identity.membership set to_at = null where membership_id = '" + membership + "'");
}

TEST_F(Clients, are_not_in_the_list_of_colleagues) {
  issued({"questions:read"}, 'l');
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter("lead one"));
  EXPECT_EQ(work.exec1("select count(*) from identity.colleague_list()"
                       " where email like '%programs.invalid'")[0]
                .as<int>(),
            0);
  EXPECT_GT(work.exec1("select count(*) from identity.colleague_list()")[0].as<int>(), 0);
}

TEST_F(Clients, tell_a_person_apart_from_a_program) {
  const auto authority =
      as("signs one", [](postgres::AgencyTx& tx) { return identity::authority_to_submit(tx); });
  ASSERT_TRUE(authority.has_value());
  EXPECT_FALSE(authority->has_value());
}

}  // namespace
}  // namespace onereturn::testing
