// Who gets through to a handler, and what the others are told.

#include "gateway/access.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/random.hpp"
#include "platform/json/json.hpp"
#include "unit/gateway/app_fixture.hpp"

namespace onereturn::gateway::tests {
namespace {

using http::Verb;
using Headers = std::vector<std::pair<std::string, std::string>>;

http::Response through(RequestContext& context) {
  return http::Response::text("through " + context.field("text"));
}

std::vector<Route> table() {
  return {
      {Verb::get, "/open", anyone(), through},
      {Verb::post, "/open", anyone(), through},
      {Verb::get, "/page", signed_in(), through},
      {Verb::get, "/agency", agency(), through},
      {Verb::get, "/authoriser", agency({"authoriser"}), through},
      {Verb::get, "/board", board(), through},
      {Verb::post, "/agency", agency(), through},
      {Verb::post, "/keyed", agency(), through, form_body_max, true},
      {Verb::get, "/api/v1/agency", agency(), through},
      {Verb::post, "/api/v1/agency", agency(), through},
  };
}

const std::pair<std::string, std::string> form{"Content-Type", "application/x-www-form-urlencoded"};
const std::pair<std::string, std::string> ours{"Origin", "https://localhost"};

std::pair<std::string, std::string> cookie(const AppFixture::Person& person) {
  return {"Cookie", "__Host-session=" + person.token};
}
std::pair<std::string, std::string> bearer(const AppFixture::Person& person) {
  return {"Authorization", "Bearer " + person.token};
}

// Another token of the same length.
std::string another(std::string token) {
  token.front() = token.front() == 'x' ? 'y' : 'x';
  return token;
}

std::string type_in(const http::Response& response) {
  const auto parsed = json::parse(response.body);
  const auto* type = parsed.value ? parsed.value->find("type") : nullptr;
  return type == nullptr ? "" : *type->if_text();
}

TEST(Access, sends_a_stranger_to_sign_in_and_back) {
  AppFixture fixture{table()};
  const auto answer = fixture.answer(Verb::get, "/page?a=b&c=d");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.headers.get("Location"), "/sign-in?next=%2Fpage%3Fa%3Db%26c%3Dd");
  EXPECT_EQ(fixture.answer(Verb::get, "/open").status, 200);
}

TEST(Access, tells_a_machine_without_a_token_to_bring_one) {
  AppFixture fixture{table()};
  const auto answer = fixture.answer(Verb::get, "/api/v1/agency");
  EXPECT_EQ(answer.status, 401);
  EXPECT_EQ(type_in(answer), "/problems/sign-in-required");
  EXPECT_EQ(answer.headers.get("WWW-Authenticate"), "Bearer");
}

TEST(Access, goes_by_kind_of_party_and_by_role) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const auto authoriser = fixture.sign_in("agency", "authoriser");
  const auto chair = fixture.sign_in("board", "chair");
  struct Case {
    const AppFixture::Person& person;
    const char* path;
    int status;
  };
  for (const Case& one :
       {Case{lead, "/page", 200}, Case{lead, "/agency", 200}, Case{lead, "/board", 403},
        Case{lead, "/authoriser", 403}, Case{authoriser, "/authoriser", 200},
        Case{chair, "/board", 200}, Case{chair, "/agency", 403}, Case{chair, "/page", 200}}) {
    EXPECT_EQ(fixture.answer(Verb::get, one.path, {cookie(one.person)}).status, one.status)
        << one.path;
  }
}

TEST(Access, takes_no_token_but_from_its_own_place) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  EXPECT_EQ(fixture.answer(Verb::get, "/api/v1/agency", {bearer(lead)}).status, 200);
  EXPECT_EQ(fixture.answer(Verb::get, "/agency", {bearer(lead)}).status, 303);
  for (const std::string& bad :
       {"session=" + lead.token, "__Host-session=" + lead.token.substr(1),
        "__Host-session=" + lead.token + "x", "__Host-session=\"" + lead.token + "\"",
        std::string{"__Host-session="}}) {
    EXPECT_EQ(fixture.answer(Verb::get, "/agency", {{"Cookie", bad}}).status, 303) << bad;
  }
  for (const std::string& bad :
       {"bearer " + lead.token, "Bearer  " + lead.token, "Basic " + lead.token, lead.token}) {
    EXPECT_EQ(fixture.answer(Verb::get, "/api/v1/agency", {{"Authorization", bad}}).status, 401);
  }
}

TEST(Access, asks_the_database_about_a_token_it_does_not_know) {
  AppFixture fixture{table()};
  const AppFixture::Person stranger{crypto::new_token(), ""};
  EXPECT_EQ(fixture.answer(Verb::get, "/agency", {cookie(stranger)}).status, 503);
}

TEST(Csrf, lets_a_form_of_ours_through) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const auto answer = fixture.answer(Verb::post, "/agency", {cookie(lead), form, ours},
                                     "text=hello&csrf=" + lead.csrf);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "through hello");
  EXPECT_EQ(
      fixture
          .answer(Verb::post, "/agency", {cookie(lead), form, {"Sec-Fetch-Site", "same-origin"}},
                  "csrf=" + lead.csrf)
          .status,
      200);
  EXPECT_EQ(fixture
                .answer(Verb::post, "/agency",
                        {cookie(lead), form, ours, {"X-CSRF-Token", lead.csrf}}, "text=a")
                .status,
            200);
}

TEST(Csrf, refuses_every_other_form) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const auto other = fixture.sign_in("agency", "lead");
  struct Case {
    const char* name;
    Headers headers;
    std::string body;
  };
  const std::string right = "csrf=" + lead.csrf;
  for (const Case& one :
       {Case{"no token", {ours}, "a=b"}, Case{"empty token", {ours}, "csrf="},
        Case{"another's token", {ours}, "csrf=" + other.csrf},
        Case{"the session itself", {ours}, "csrf=" + lead.token},
        Case{"cut token", {ours}, right.substr(0, right.size() - 1)}, Case{"no origin", {}, right},
        Case{"another origin", {{"Origin", "https://elsewhere.example"}}, right},
        Case{"a longer origin", {{"Origin", "https://localhost.elsewhere.example"}}, right},
        Case{"no scheme of ours", {{"Origin", "http://localhost"}}, right},
        Case{"the null origin", {{"Origin", "null"}}, right},
        Case{"another site", {{"Sec-Fetch-Site", "cross-site"}}, right},
        Case{"a sister site", {{"Sec-Fetch-Site", "same-site"}}, right}}) {
    Headers headers = one.headers;
    headers.insert(headers.end(), {cookie(lead), form});
    const auto answer = fixture.answer(Verb::post, "/agency", headers, one.body);
    EXPECT_EQ(answer.status, 403) << one.name;
    EXPECT_EQ(answer.body.find("through"), std::string::npos) << one.name;
  }
}

TEST(Csrf, holds_for_visitors_too) {
  AppFixture fixture{table()};
  const std::string visitor = crypto::new_token();
  EXPECT_EQ(fixture.answer(Verb::post, "/open", {form, ours}, "text=a").status, 403);
  http::Request request;
  request.cookies.add("__Host-visitor", visitor);
  RequestContext context{std::move(request), fixture.app.services()};
  identify(context);
  EXPECT_EQ(fixture
                .answer(Verb::post, "/open", {form, ours, {"Cookie", "__Host-visitor=" + visitor}},
                        "csrf=" + context.csrf_token())
                .status,
            200);
}

TEST(Csrf, is_not_asked_of_a_bearer_but_of_a_cookie_at_the_api) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const std::pair<std::string, std::string> json{"Content-Type", "application/json"};
  EXPECT_EQ(fixture.answer(Verb::post, "/api/v1/agency", {bearer(lead), json}, "{}").status, 200);
  EXPECT_EQ(fixture.answer(Verb::post, "/api/v1/agency", {cookie(lead), json}, "{}").status, 403);
}

TEST(Body, must_be_of_the_kind_that_the_place_takes) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  for (const char* type :
       {"text/plain", "application/json", "multipart/form-data; boundary=x", ""}) {
    EXPECT_EQ(fixture
                  .answer(Verb::post, "/agency", {cookie(lead), ours, {"Content-Type", type}},
                          "csrf=" + lead.csrf)
                  .status,
              415)
        << type;
  }
  EXPECT_EQ(fixture.answer(Verb::post, "/api/v1/agency", {bearer(lead), form}, "a=b").status, 415);
  EXPECT_EQ(fixture.answer(Verb::post, "/agency", {cookie(lead), ours, form}, "csrf=%zz").status,
            400);
}

TEST(Key, is_demanded_where_the_table_says_so) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const Headers headers{cookie(lead), ours, form};
  const std::string csrf = "csrf=" + lead.csrf;
  EXPECT_EQ(fixture.answer(Verb::post, "/keyed", headers, csrf).status, 400);
  EXPECT_EQ(fixture.answer(Verb::post, "/keyed", headers, csrf + "&idempotency_key=a b").status,
            400);
  EXPECT_EQ(fixture.answer(Verb::post, "/keyed", headers, csrf + "&idempotency_key=k1").status,
            200);
  Headers with_key = headers;
  with_key.emplace_back("Idempotency-Key", "k1");
  EXPECT_EQ(fixture.answer(Verb::post, "/keyed", with_key, csrf).status, 200);
}

TEST(SendAgain, keeps_what_was_written_when_the_session_is_over) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const auto answer = fixture.answer(Verb::post, "/agency?unit=a", {form, ours},
                                     "text=my+%3Cwords%3E&password=hush&csrf=" + lead.csrf);
  EXPECT_EQ(answer.status, 401);
  EXPECT_NE(answer.body.find("value=\"my &lt;words&gt;\""), std::string::npos);
  EXPECT_NE(answer.body.find("action=\"/agency?unit=a\""), std::string::npos);
  EXPECT_EQ(answer.body.find("hush"), std::string::npos);
  EXPECT_NE(answer.body.find(lead.csrf), std::string::npos);
}

TEST(SendAgain, is_offered_to_the_same_role_alone) {
  AppFixture fixture{table()};
  const auto before = fixture.sign_in("agency", "lead");
  const auto now = fixture.sign_in("agency", "lead");
  // Another party: what was written for one is not offered to the other.
  auto answer = fixture.answer(Verb::post, "/agency", {cookie(now), form, ours},
                               "text=words&csrf=" + before.csrf);
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(answer.body.find("words"), std::string::npos);
  // The same person and party with an older token.
  const std::string older = another(now.csrf);
  answer =
      fixture.answer(Verb::post, "/agency", {cookie(now), form, ours}, "text=words&csrf=" + older);
  EXPECT_EQ(answer.status, 403);
  EXPECT_NE(answer.body.find("value=\"words\""), std::string::npos);
  EXPECT_NE(answer.body.find(now.csrf), std::string::npos);
}

TEST(SendAgain, is_never_offered_to_another_site) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const std::string older = another(lead.csrf);
  const auto answer = fixture.answer(Verb::post, "/agency",
                                     {cookie(lead), form, {"Origin", "https://elsewhere.example"}},
                                     "text=words&csrf=" + older);
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(answer.body.find("words"), std::string::npos);
}

}  // namespace
}  // namespace onereturn::gateway::tests
