// What a program may do is in the table of routes, and the token endpoint reads its credentials.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "domain/identity/clients.hpp"
#include "gateway/api/identity/token_api.hpp"
#include "gateway/routes.hpp"
#include "gateway/session.hpp"
#include "platform/json/json.hpp"
#include "unit/gateway/app_fixture.hpp"

namespace onereturn::gateway::tests {
namespace {

bool is_known(std::string_view scope) {
  const auto& all = identity::all_scopes;
  return scope == any_scope || std::find(all.begin(), all.end(), scope) != all.end();
}

TEST(Scopes, are_demanded_by_every_route_of_the_agencys_api_and_by_no_page) {
  std::set<std::string_view> used;
  for (const auto& route : routes()) {
    const bool api = route.pattern.starts_with("/api/v1");
    if (api && route.access.who == Access::Who::agency) {
      EXPECT_TRUE(is_known(route.access.scope)) << route.pattern;
      used.insert(route.access.scope);
    } else if (!api) {
      EXPECT_EQ(route.access.scope, "") << route.pattern;
    }
  }
  EXPECT_EQ(used.size(), identity::all_scopes.size());
}

TEST(Scopes, keep_reading_writing_and_sending_apart) {
  for (const auto& route : routes()) {
    const auto scope = route.access.scope;
    if (!route.pattern.starts_with("/api/v1") || scope.empty()) continue;
    const bool writes = http::is_unsafe(route.verb);
    const bool writing_scope = scope == identity::writes_answers ||
                               scope == identity::writes_evidence || scope == identity::submits;
    EXPECT_EQ(writes, writing_scope) << http::name_of(route.verb) << " " << route.pattern;
    EXPECT_EQ(scope == identity::submits, route.needs_idempotency_key) << route.pattern;
  }
}

TEST(Scopes, of_a_program_allow_what_they_name_and_nothing_unnamed) {
  Session session;
  EXPECT_TRUE(session.allows(""));
  EXPECT_TRUE(session.allows("submit"));
  session.scopes = std::vector<std::string>{"questions:read"};
  EXPECT_TRUE(session.allows("questions:read"));
  EXPECT_TRUE(session.allows(any_scope));
  EXPECT_FALSE(session.allows("submit"));
  EXPECT_FALSE(session.allows(""));
  session.scopes = std::vector<std::string>{};
  EXPECT_FALSE(session.allows("questions:read"));
}

TEST(TokenEndpoint, reads_basic_credentials) {
  const auto read = api::basic_credentials("Basic YS1iOm9yc19jLWQ=");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->client, "a-b");
  EXPECT_EQ(read->secret, "ors_c-d");
  EXPECT_EQ(api::basic_credentials("Basic YTpiOmM=")->secret, "b:c");
  for (const auto* bad : {"", "Basic", "Basic ", "Bearer YTpi", "Basic YQ==", "Basic %%%",
                          "Basic YTr/", "Basic ADpi"}) {
    EXPECT_FALSE(api::basic_credentials(bad).has_value()) << bad;
  }
}

struct TokenCase {
  const char* name;
  const char* type;
  const char* body;
  const char* authorization;
  int status;
  const char* error;
};

TEST(TokenEndpoint, refuses_in_the_words_of_the_standard) {
  AppFixture fixture;
  const char* form = "application/x-www-form-urlencoded";
  const TokenCase cases[] = {
      {"json", "application/json", "{}", "", 400, "invalid_request"},
      {"nothing", form, "", "", 400, "invalid_request"},
      {"no grant", form, "client_id=a&client_secret=b", "", 400, "invalid_request"},
      {"twice", form, "grant_type=client_credentials&grant_type=x", "", 400, "invalid_request"},
      {"other grant", form, "grant_type=password&client_id=a&client_secret=b", "", 400,
       "unsupported_grant_type"},
      {"two ways", form, "grant_type=client_credentials&client_id=a&client_secret=b", "Basic YTpi",
       400, "invalid_request"},
      {"nobody", form, "grant_type=client_credentials", "", 401, "invalid_client"},
      {"no secret", form, "grant_type=client_credentials&client_id=a", "", 401, "invalid_client"},
      {"broken basic", form, "grant_type=client_credentials", "Basic %", 401, "invalid_client"},
      {"unknown scope", form, "grant_type=client_credentials&scope=all", "Basic YTpi", 400,
       "invalid_scope"},
  };
  for (const auto& one : cases) {
    std::vector<std::pair<std::string, std::string>> headers{{"Content-Type", one.type}};
    if (*one.authorization != '\0') headers.emplace_back("Authorization", one.authorization);
    const auto answer = fixture.answer(http::Verb::post, "/oauth/token", headers, one.body);
    EXPECT_EQ(answer.status, one.status) << one.name;
    const auto body = json::parse(answer.body);
    ASSERT_TRUE(body.value.has_value()) << one.name;
    EXPECT_EQ(*body.value->find("error")->if_text(), one.error) << one.name;
    EXPECT_EQ(answer.headers.get("Cache-Control"), "no-store") << one.name;
    EXPECT_EQ(answer.headers.has("WWW-Authenticate"), one.status == 401) << one.name;
  }
  const auto right = fixture.answer(http::Verb::post, "/oauth/token", {{"Content-Type", form}},
                                    "grant_type=client_credentials&client_id=a&client_secret=b");
  EXPECT_EQ(right.status, 503) << "asks the database";
}

}  // namespace
}  // namespace onereturn::gateway::tests
