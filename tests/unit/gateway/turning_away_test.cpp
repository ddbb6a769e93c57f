// In whose name a request waits, and what whoever is turned away is told.

#include <gtest/gtest.h>

#include "gateway/access.hpp"
#include "platform/crypto/random.hpp"
#include "unit/gateway/app_fixture.hpp"

namespace onereturn::gateway::tests {
namespace {

using http::Verb;

template <int status>
http::Response only_status(RequestContext& /*context*/) {
  return http::Response::text("no", status);
}

http::Response with_own_words(RequestContext& /*context*/) {
  return http::Response::text("no", 429).with("Retry-After", "7");
}

http::Response throttled(RequestContext& context) {
  return refuse(context, Problem{ProblemCode::too_many, "", "", {}});
}

std::vector<Route> table() {
  return {
      {Verb::get, "/away", anyone(), only_status<503>},
      {Verb::get, "/many", anyone(), only_status<429>},
      {Verb::get, "/own", anyone(), with_own_words},
      {Verb::get, "/throttled", anyone(), throttled},
      {Verb::get, "/fine", anyone(), only_status<200>},
      {Verb::get, "/conflict", anyone(), only_status<409>},
  };
}

struct Case {
  const char* path;
  const char* retry_after;
};

class TurnedAway : public testing::TestWithParam<Case> {};

TEST_P(TurnedAway, is_told_when_to_return) {
  AppFixture fixture{table()};
  EXPECT_EQ(fixture.answer(Verb::get, GetParam().path).headers.all("Retry-After").size(),
            *GetParam().retry_after == '\0' ? 0U : 1U);
  EXPECT_EQ(fixture.answer(Verb::get, GetParam().path).headers.get("Retry-After"),
            GetParam().retry_after);
}

INSTANTIATE_TEST_SUITE_P(Cases, TurnedAway,
                         testing::Values(Case{"/away", "2"}, Case{"/many", "60"}, Case{"/own", "7"},
                                         Case{"/throttled", "60"}, Case{"/fine", ""},
                                         Case{"/conflict", ""}));

http::RequestHead head_of(const std::string& path, const std::string& cookie,
                          const std::string& bearer = {}) {
  auto parsed = http::parse_target(path);
  auto head = std::get<http::RequestHead>(std::move(parsed));
  head.remote_address = "192.0.2.7";
  if (!cookie.empty()) {
    head.cookies.add("__Host-session", cookie);
  }
  if (!bearer.empty()) {
    head.headers.add("Authorization", "Bearer " + bearer);
  }
  return head;
}

std::string whose(AppFixture& fixture, const http::RequestHead& head) {
  return share_of(head, fixture.app.services()).whose;
}

TEST(Share, is_the_partys_once_its_token_is_known) {
  AppFixture fixture{table()};
  const auto one = fixture.sign_in("agency", "lead");
  const auto other = fixture.sign_in("board", "manager");
  const auto own = whose(fixture, head_of("/home", one.token));
  EXPECT_EQ(own.rfind("party ", 0), 0U);
  EXPECT_EQ(whose(fixture, head_of("/api/v1/answers", "", one.token)), own);
  EXPECT_NE(whose(fixture, head_of("/returns", other.token)), own);
}

TEST(Share, of_a_token_that_anybody_could_make_up_is_the_addresss) {
  AppFixture fixture{table()};
  EXPECT_EQ(whose(fixture, head_of("/home", crypto::new_token())), "address 192.0.2.7");
  EXPECT_EQ(whose(fixture, head_of("/api/v1/answers", "", crypto::new_token())),
            "address 192.0.2.7");
  EXPECT_EQ(whose(fixture, head_of("/sign-in", "")), "address 192.0.2.7");
}

TEST(Share, of_one_party_leaves_room_for_others) {
  AppFixture fixture{table()};
  const auto one = fixture.sign_in("agency", "lead");
  const auto& services = fixture.app.services();
  const auto places = services.settings.queue_max;
  EXPECT_EQ(share_of(head_of("/home", one.token), services).waiting_max, places / 8);
  EXPECT_EQ(share_of(head_of("/sign-in", ""), services).waiting_max, places / 2);
}

http::Response crowded(AppFixture& fixture, const http::RequestHead& head) {
  const http::Fault fault{503, "overloaded", "The service is busy. Try again in a moment.", 2};
  return fixture.app.refused(fault, &head, head.request_id);
}

// The page that a handler would give, without the words of the server's own refusal.
TEST(Crowds, get_the_same_page_whoever_comes_first) {
  AppFixture fixture{table()};
  auto first = head_of("/home?unit=1&x=2", "");
  first.request_id = "00000000000000aa";
  const auto one = crowded(fixture, first);
  EXPECT_EQ(one.status, 503);
  EXPECT_EQ(one.headers.get("Retry-After"), "2");
  EXPECT_NE(one.body.find("href=\"/home?unit=1&amp;x=2\""), std::string::npos);
  EXPECT_NE(one.body.find("<b>00000000000000aa</b>"), std::string::npos);
  auto second = head_of("/list", "");
  second.request_id = "00000000000000bb";
  const auto other = crowded(fixture, second);
  EXPECT_NE(other.body.find("href=\"/list\""), std::string::npos);
  EXPECT_NE(other.body.find("<b>00000000000000bb</b>"), std::string::npos);
  EXPECT_EQ(other.body.find("/home?unit"), std::string::npos);
  EXPECT_EQ(other.body.find("00000000000000aa"), std::string::npos);
}

TEST(Crowds, are_not_sent_to_a_form_again_by_a_link) {
  AppFixture fixture{table()};
  auto head = head_of("/questions/C1.1", "");
  head.verb = Verb::post;
  const auto page = crowded(fixture, head);
  EXPECT_EQ(page.body.find("Try again</a>"), std::string::npos);
  EXPECT_EQ(page.body.find("/questions/C1.1"), std::string::npos);
}

TEST(Crowds, cannot_put_script_into_the_page) {
  AppFixture fixture{table()};
  auto head = head_of("/home", "");
  head.raw_target = "/home?a=\"><script>'";
  const auto page = crowded(fixture, head);
  EXPECT_NE(page.body.find("href=\"/home?a=&quot;&gt;&lt;script&gt;&#39;\""), std::string::npos);
}

TEST(Crowds, of_programs_get_a_problem) {
  AppFixture fixture{table()};
  const auto answer = crowded(fixture, head_of("/api/v1/answers", ""));
  EXPECT_EQ(answer.headers.get("Content-Type"), "application/problem+json");
  EXPECT_EQ(answer.headers.get("Retry-After"), "2");
}

TEST(Share, goes_with_the_admission) {
  AppFixture fixture{table()};
  EXPECT_EQ(fixture.app.admit(head_of("/fine", "")).share.whose, "address 192.0.2.7");
}

}  // namespace
}  // namespace onereturn::gateway::tests
