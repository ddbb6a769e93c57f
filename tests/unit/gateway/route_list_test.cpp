// What the tests that try every route are made from.

#include "gateway/route_list.hpp"

#include <gtest/gtest.h>

#include "platform/json/json.hpp"

namespace onereturn::gateway::tests {
namespace {

http::Response nothing(RequestContext& /*context*/) { return http::Response::text(""); }

TEST(RouteList, says_everything_about_a_route) {
  const Route route{http::Verb::put,
                    "/api/v1/answers/{requirement}",
                    agency({"lead", "contributor"}).for_scope("answers:write"),
                    nothing,
                    autosave_body_max,
                    true,
                    false,
                    true};
  const auto parsed = json::parse(route_list({route}));
  ASSERT_TRUE(parsed.value);
  const json::Array expected{json::Object{{"verb", "PUT"},
                                          {"pattern", "/api/v1/answers/{requirement}"},
                                          {"who", "agency"},
                                          {"roles", json::Array{"lead", "contributor"}},
                                          {"scope", "answers:write"},
                                          {"body_max", 65536},
                                          {"needs_idempotency_key", true},
                                          {"takes_file", true},
                                          {"brings_own_secret", false},
                                          {"surface", "api"}}};
  EXPECT_EQ(json::write(*parsed.value->find("routes")), json::write(expected));
}

TEST(RouteList, has_every_route_of_the_table) {
  const auto parsed = json::parse(route_list(routes()));
  ASSERT_TRUE(parsed.value);
  const auto* entries = parsed.value->find("routes")->if_array();
  ASSERT_EQ(entries->size(), routes().size());
  for (std::size_t i = 0; i < entries->size(); ++i) {
    EXPECT_EQ(*(*entries)[i].find("pattern")->if_text(), routes()[i].pattern);
  }
}

}  // namespace
}  // namespace onereturn::gateway::tests
