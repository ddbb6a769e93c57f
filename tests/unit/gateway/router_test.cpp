#include "gateway/router.hpp"

#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "gateway/session_cache.hpp"

namespace onereturn::gateway {
namespace {

using http::Verb;

http::Response nothing(RequestContext& /*context*/) { return {}; }

Route route(Verb verb, std::string_view pattern) { return {verb, pattern, anyone(), nothing}; }

TEST(Router, prefers_a_literal_to_a_parameter) {
  const Router router{{route(Verb::get, "/returns/{return}"), route(Verb::get, "/returns/new"),
                       route(Verb::get, "/{a}/new"), route(Verb::get, "/")}};
  EXPECT_EQ(router.find(Verb::get, {"returns", "new"}).route->pattern, "/returns/new");
  EXPECT_EQ(router.find(Verb::get, {"x", "new"}).route->pattern, "/{a}/new");
  EXPECT_EQ(router.find(Verb::get, {}).route->pattern, "/");
  const auto match = router.find(Verb::get, {"returns", "7"});
  EXPECT_EQ(match.route->pattern, "/returns/{return}");
  ASSERT_EQ(match.parameters.size(), 1U);
  EXPECT_EQ(match.parameters[0], (std::pair<std::string, std::string>{"return", "7"}));
}

TEST(Router, answers_head_by_get_and_names_the_verbs_there_are) {
  const Router router{{route(Verb::get, "/a"), route(Verb::post, "/a")}};
  EXPECT_EQ(router.find(Verb::head, {"a"}).route->verb, Verb::get);
  const auto match = router.find(Verb::put, {"a"});
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.other_verbs, (std::vector<Verb>{Verb::get, Verb::post}));
  EXPECT_TRUE(router.find(Verb::get, {"b"}).other_verbs.empty());
  EXPECT_EQ(router.find(Verb::get, {"a", ""}).route, nullptr);
}

TEST(Router, refuses_a_table_that_is_not_one) {
  EXPECT_THROW(Router({route(Verb::get, "/a/{b}"), route(Verb::get, "/a/{c}")}), std::logic_error);
  for (const char* bad : {"", "a", "/a//b", "/a/{", "/a/{}", "/a/x{b}", "/a/{b}x"}) {
    EXPECT_THROW(Router({route(Verb::get, bad)}), std::logic_error) << bad;
  }
}

// Open to anybody though they change something or are the API's: ways in, each with a password, a
// mailed secret or a code of its own; and checking a receipt, whose code says nothing else.
const std::set<std::string_view> open_doors = {"/sign-in",
                                               "/sign-in/link",
                                               "/sign-in/code",
                                               "/sign-in/recovery",
                                               "/sign-in/set-up",
                                               "/password/forgotten",
                                               "/password/new",
                                               "/invitation",
                                               "/account/email/agree",
                                               "/account/email/confirm",
                                               "/join/{token}/room",
                                               "/action/{token}",
                                               "/oauth/token",
                                               "/api/v1/receipts/{code}"};

// Where a file comes in, and is written as it arrives.
const std::set<std::string_view> for_files = {"/evidence/add",
                                              "/evidence/asked/{ask}",
                                              "/evidence/{evidence}/file",
                                              "/api/v1/evidence/files/{sha256}",
                                              "/api/v1/evidence/{evidence}/file",
                                              "/board/look"};

// Where every section of a report comes at once: 4 MiB and no more.
const std::set<std::string_view> for_drafts = {"/reports/{report}/sections/{section}",
                                               "/reports/{report}/draft", "/reports/{report}/lift",
                                               "/reports/{report}/finish"};
constexpr std::size_t draft_body_max = std::size_t{4} * 1024 * 1024;

TEST(Routes, make_a_table) {
  EXPECT_NO_THROW(Router{routes()});
  for (const auto& row : routes()) {
    EXPECT_NE(row.handler, nullptr) << row.pattern;
    const auto most = for_drafts.contains(row.pattern) ? draft_body_max : form_body_max;
    EXPECT_TRUE(row.body_max <= most || for_files.contains(row.pattern)) << row.pattern;
    const bool api = row.pattern.starts_with("/api/");
    const bool open = row.access.who == Access::Who::anyone;
    const bool meant = open_doors.contains(row.pattern);
    EXPECT_FALSE(open && !meant && (api || http::is_unsafe(row.verb))) << row.pattern;
    EXPECT_FALSE(row.brings_own_secret && row.pattern != "/oauth/token") << row.pattern;
  }
}

TEST(SessionCache, forgets_every_session_of_a_person_whose_rights_changed) {
  SessionCache cache;
  const auto changed = PersonId::random();
  for (const auto& [hash, person] :
       {std::pair{"one", changed}, {"two", changed}, {"other", PersonId::random()}}) {
    Session session;
    session.token_hash = hash;
    session.person = person;
    cache.keep(session);
  }
  cache.forget_person(changed);
  EXPECT_FALSE(cache.find("one"));
  EXPECT_FALSE(cache.find("two"));
  EXPECT_TRUE(cache.find("other"));
}

TEST(SessionCache, forgets_by_time_by_word_and_when_it_is_full) {
  auto moment = SessionCache::Moment{};
  SessionCache cache{std::chrono::seconds{30}, 2, [&] { return moment; }};
  const auto session = [](const char* hash) {
    Session made;
    made.token_hash = hash;
    return made;
  };
  cache.keep(session("a"));
  EXPECT_TRUE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
  moment += std::chrono::seconds{29};
  EXPECT_TRUE(cache.find("a"));
  moment += std::chrono::seconds{1};
  EXPECT_FALSE(cache.find("a"));
  cache.keep(session("b"));
  cache.keep(session("c"));
  EXPECT_TRUE(cache.find("b"));
  EXPECT_TRUE(cache.find("c"));
  cache.keep(session("d"));
  EXPECT_FALSE(cache.find("d"));
  cache.forget("b");
  EXPECT_FALSE(cache.find("b"));
}

}  // namespace
}  // namespace onereturn::gateway
