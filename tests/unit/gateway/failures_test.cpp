// What becomes of a handler's exception, and of a path that leads nowhere.

#include <gtest/gtest.h>

#include "base/ensure.hpp"
#include "gateway/access.hpp"
#include "platform/crypto/random.hpp"
#include "platform/json/json.hpp"
#include "unit/gateway/app_fixture.hpp"

namespace onereturn::gateway::tests {
namespace {

using http::Verb;

template <class Failure>
http::Response fail(RequestContext& /*context*/) {
  throw Failure{"the secret \"inside\""};
}
http::Response break_constraint(RequestContext& /*context*/) {
  throw postgres::ConstraintViolated{"answer_pk", "the secret inside"};
}
http::Response break_statement(RequestContext& /*context*/) {
  throw postgres::StatementFailed{"22P02", "the secret inside"};
}
http::Response refuse_invalid(RequestContext& context) {
  return refuse(context, Problem{ProblemCode::invalid,
                                 "answers-missing",
                                 "Two are missing.",
                                 {{"1.1", "Answer 1.1"}, {"1.2", "Answer 1.2 <b>"}}});
}

std::vector<Route> table() {
  return {
      {Verb::get, "/api/away", anyone(), fail<postgres::StoreUnavailable>},
      {Verb::get, "/api/unknown", anyone(), fail<postgres::OutcomeUnknown>},
      {Verb::get, "/api/ended", anyone(), fail<postgres::SessionEnded>},
      {Verb::get, "/api/busy", anyone(), fail<crypto::HasherBusy>},
      {Verb::get, "/api/ours", anyone(), fail<BrokenInvariant>},
      {Verb::get, "/api/constraint", anyone(), break_constraint},
      {Verb::get, "/api/statement", anyone(), break_statement},
      {Verb::get, "/api/other", anyone(), fail<std::runtime_error>},
      {Verb::get, "/api/invalid", anyone(), refuse_invalid},
      {Verb::get, "/other", anyone(), fail<std::runtime_error>},
      {Verb::get, "/invalid", anyone(), refuse_invalid},
      {Verb::get, "/ended", anyone(), fail<postgres::SessionEnded>},
      {Verb::post, "/invalid", anyone(), refuse_invalid},
      {Verb::post, "/away", anyone(), fail<postgres::StoreUnavailable>},
  };
}

struct Case {
  const char* path;
  int status;
  const char* type;
};

class Failures : public testing::TestWithParam<Case> {};

TEST_P(Failures, become_a_problem_without_what_is_inside) {
  AppFixture fixture{table()};
  const auto answer = fixture.answer(Verb::get, GetParam().path);
  EXPECT_EQ(answer.status, GetParam().status);
  const auto parsed = json::parse(answer.body);
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(*parsed.value->find("type")->if_text(), "/problems/" + std::string{GetParam().type});
  EXPECT_EQ(*parsed.value->find("status")->if_integer(), GetParam().status);
  EXPECT_EQ(*parsed.value->find("instance")->if_text(), "0123456789abcdef");
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(answer.headers.has("Retry-After"), GetParam().status == 503);
}

INSTANTIATE_TEST_SUITE_P(Cases, Failures,
                         testing::Values(Case{"/api/away", 503, "store-unavailable"},
                                         Case{"/api/unknown", 503, "outcome-unknown"},
                                         Case{"/api/ended", 401, "sign-in-required"},
                                         Case{"/api/busy", 503, "overloaded"},
                                         Case{"/api/ours", 500, "internal-error"},
                                         Case{"/api/constraint", 500, "internal-error"},
                                         Case{"/api/statement", 500, "internal-error"},
                                         Case{"/api/other", 500, "internal-error"}));

TEST(Failures, become_a_page_with_a_reference) {
  AppFixture fixture{table()};
  const auto answer = fixture.answer(Verb::get, "/other");
  EXPECT_EQ(answer.status, 500);
  EXPECT_TRUE(answer.headers.get("Content-Type").starts_with("text/html"));
  EXPECT_NE(answer.body.find("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(Failures, give_back_everything_that_was_typed) {
  AppFixture fixture{table()};
  const auto lead = fixture.sign_in("agency", "lead");
  const std::vector<std::pair<std::string, std::string>> headers = {
      {"Cookie", "__Host-session=" + lead.token},
      {"Content-Type", "application/x-www-form-urlencoded"},
      {"Origin", "https://localhost"}};
  const auto answer = fixture.answer(Verb::post, "/away?unit=a", headers,
                                     "describes=my+%3Cwords%3E&version=3&csrf=" + lead.csrf);
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(answer.headers.has("Retry-After"));
  EXPECT_NE(answer.body.find("Something went wrong here, not with you"), std::string::npos);
  EXPECT_NE(answer.body.find("my &lt;words&gt;</textarea>"), std::string::npos);
  EXPECT_NE(answer.body.find("name=\"version\" value=\"3\""), std::string::npos);
  EXPECT_NE(answer.body.find("action=\"/away?unit=a\""), std::string::npos);
  EXPECT_NE(answer.body.find("0123456789abcdef"), std::string::npos);
  const auto secret = fixture.answer(Verb::post, "/away", headers,
                                     "email=a%40b.example&password=hush&csrf=" + lead.csrf);
  EXPECT_EQ(secret.status, 503);
  EXPECT_EQ(secret.body.find("a@b.example"), std::string::npos);
}

TEST(Failures, of_a_session_forget_it) {
  AppFixture fixture{table()};
  const auto person = fixture.sign_in("agency", "lead");
  const auto answer =
      fixture.answer(Verb::get, "/ended", {{"Cookie", "__Host-session=" + person.token}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.headers.get("Location"), "/sign-in?next=%2Fended");
  EXPECT_FALSE(fixture.app.services().sessions.find(crypto::token_hash(person.token)));
}

TEST(Problems, carry_one_entry_for_each_field) {
  AppFixture fixture{table()};
  const auto answer = fixture.answer(Verb::get, "/api/invalid");
  EXPECT_EQ(answer.status, 422);
  const auto parsed = json::parse(answer.body);
  EXPECT_EQ(*parsed.value->find("detail")->if_text(), "Two are missing.");
  EXPECT_EQ(parsed.value->find("errors")->if_array()->size(), 2U);
  const auto page = fixture.answer(Verb::get, "/invalid");
  EXPECT_EQ(page.status, 422);
  EXPECT_NE(page.body.find("Answer 1.2 &lt;b&gt;"), std::string::npos);
}

TEST(Problems, have_a_status_and_a_type_each) {
  const auto of = [](ProblemCode code, const char* key) {
    const auto refusal = refusal_of(Problem{code, key, "", {}});
    return std::to_string(refusal.status) + " " + refusal.type;
  };
  EXPECT_EQ(of(ProblemCode::invalid, "x"), "422 validation");
  EXPECT_EQ(of(ProblemCode::unauthenticated, "x"), "401 sign-in-required");
  EXPECT_EQ(of(ProblemCode::forbidden, "x"), "403 not-permitted");
  EXPECT_EQ(of(ProblemCode::not_found, "x"), "404 not-found");
  EXPECT_EQ(of(ProblemCode::conflict, "x"), "409 conflict");
  EXPECT_EQ(of(ProblemCode::closed, "x"), "409 closed");
  EXPECT_EQ(of(ProblemCode::too_large, "x"), "413 too-large");
  EXPECT_EQ(of(ProblemCode::too_many, "x"), "429 too-many-requests");
  EXPECT_EQ(of(ProblemCode::conflict, "key-in-use"), "409 key-in-use");
  EXPECT_EQ(of(ProblemCode::invalid, "key-reused"), "422 key-reused");
  EXPECT_EQ(of(ProblemCode::invalid, "key-missing"), "400 key-missing");
  EXPECT_EQ(of(ProblemCode::invalid, "malformed-json"), "400 malformed-json");
  EXPECT_EQ(of(ProblemCode::conflict, "stale-version"), "412 stale-version");
  EXPECT_THROW(refusal_of_type("no-such-type"), std::out_of_range);
}

TEST(Problems, say_nothing_about_what_is_not_there) {
  const auto plain = refusal_of(Problem{ProblemCode::not_found, "", "", {}});
  const auto chatty = refusal_of(Problem{
      ProblemCode::not_found, "return-of-another-board", "It is Northvale's.", {{"a", "b"}}});
  EXPECT_EQ(problem_json(plain, "x").body, problem_json(chatty, "x").body);
}

TEST(Paths, that_lead_nowhere_are_not_found) {
  AppFixture fixture{table()};
  EXPECT_EQ(fixture.answer(Verb::get, "/nowhere").status, 404);
  EXPECT_EQ(fixture.answer(Verb::get, "/invalid/").status, 404);
  const auto api = fixture.answer(Verb::get, "/api/nowhere");
  EXPECT_EQ(api.headers.get("Content-Type"), "application/problem+json");
  const auto wrong_verb = fixture.answer(Verb::remove, "/invalid");
  EXPECT_EQ(wrong_verb.status, 405);
  EXPECT_EQ(wrong_verb.headers.get("Allow"), "GET, HEAD, POST");
}

TEST(Reading, takes_no_body_whatever_its_route_would_take) {
  AppFixture fixture{table()};
  http::RequestHead head;
  head.path = "/invalid";
  head.segments = {"invalid"};
  for (const auto verb : {Verb::get, Verb::head}) {
    head.verb = verb;
    EXPECT_EQ(fixture.app.admit(head).body_max, 0U);
  }
  head.verb = Verb::post;
  EXPECT_GT(fixture.app.admit(head).body_max, 0U);
}

TEST(Health, is_answered_without_a_work_thread) {
  AppFixture fixture{table()};
  for (const auto& [path, status] : {std::pair{"/healthz", 200}, std::pair{"/readyz", 503}}) {
    http::RequestHead head;
    head.path = path;
    head.segments = {head.path.substr(1)};
    const auto admission = fixture.app.admit(head);
    ASSERT_TRUE(admission.answer) << path;
    EXPECT_EQ(admission.answer->status, status) << path;
    EXPECT_EQ(admission.answer->route, path);
  }
}

TEST(Readiness, ends_when_the_database_is_away_or_the_drain_begins) {
  AppFixture fixture;
  EXPECT_EQ(fixture.answer(Verb::get, "/readyz").status, 503);
}

TEST(Assets, are_kept_for_ever_under_their_hashed_names) {
  AppFixture fixture{table()};
  const auto plain = fixture.answer(Verb::get, "/assets/app-1.css");
  EXPECT_EQ(plain.status, 200);
  EXPECT_EQ(plain.content(), "body{}");
  EXPECT_EQ(plain.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
  const auto pressed =
      fixture.answer(Verb::get, "/assets/app-1.css", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(pressed.headers.get("Content-Encoding"), "gzip");
  EXPECT_EQ(pressed.content(), "pressed");
  EXPECT_EQ(fixture.answer(Verb::get, "/assets/manifest.json").status, 404);
  EXPECT_EQ(fixture.app.services().assets.address("app.css"), "/assets/app-1.css");
}

}  // namespace
}  // namespace onereturn::gateway::tests
