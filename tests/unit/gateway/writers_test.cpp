// Who may post what an agency writes stands in the table of routes alone: saving an answer is one
// statement that asks for no role.

#include <algorithm>

#include <gtest/gtest.h>

#include "gateway/routes.hpp"

namespace onereturn::gateway {
namespace {

const Route* find_route(http::Verb verb, std::string_view pattern) {
  const auto& table = routes();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Route& route) {
    return route.verb == verb && route.pattern == pattern;
  });
  return found == table.end() ? nullptr : &*found;
}

TEST(RoutesThatWriteAnswers, are_for_contributors_and_leads_alone) {
  const std::pair<http::Verb, std::string_view> writing[] = {
      {http::Verb::post, "/questions/{requirement}"},
      {http::Verb::post, "/questions/{requirement}/for/{request}"},
      {http::Verb::post, "/form/{section}"},
      {http::Verb::put, "/api/v1/answers/{requirement}"},
      {http::Verb::put, "/api/v1/requests/{request}/answers/{requirement}"},
  };
  for (const auto& [verb, pattern] : writing) {
    const auto* route = find_route(verb, pattern);
    ASSERT_NE(route, nullptr) << pattern;
    EXPECT_EQ(route->access.who, Access::Who::agency) << pattern;
    auto roles = route->access.roles;
    std::sort(roles.begin(), roles.end());
    EXPECT_EQ(roles, (std::vector<std::string_view>{"contributor", "lead"})) << pattern;
  }
}

}  // namespace
}  // namespace onereturn::gateway
