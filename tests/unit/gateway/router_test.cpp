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

TEST(Routes, make_a_table) {
  EXPECT_NO_THROW(Router{routes()});
  for (const auto& row : routes()) {
    EXPECT_NE(row.handler, nullptr) << row.pattern;
    EXPECT_LE(row.body_max, form_body_max) << row.pattern;
    // Checking a receipt is open to anyone, and so is signing in; nothing else at the API, and
    // nothing else that changes something.
    const bool api = row.pattern.starts_with("/api/");
    const bool meant = row.pattern == "/sign-in" || row.pattern == "/api/v1/receipts/{code}";
    const bool open = row.access.who == Access::Who::anyone;
    EXPECT_FALSE(open && !meant && (api || http::is_unsafe(row.verb))) << row.pattern;
  }
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
