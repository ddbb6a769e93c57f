#include "gateway/route_list.hpp"

#include "platform/json/json.hpp"

namespace onereturn::gateway {

namespace {

const char* name_of(Access::Who who) {
  switch (who) {
    case Access::Who::anyone:
      return "anyone";
    case Access::Who::signed_in:
      return "signed_in";
    case Access::Who::agency:
      return "agency";
    case Access::Who::board:
      return "board";
    case Access::Who::council:
      return "council";
  }
  return "";
}

json::Value entry_of(const Route& route) {
  json::Array roles(route.access.roles.begin(), route.access.roles.end());
  const bool programs = !route.access.scope.empty();
  return json::Object{
      {"verb", http::name_of(route.verb)},
      {"pattern", route.pattern},
      {"who", name_of(route.access.who)},
      {"roles", std::move(roles)},
      {"scope", programs ? json::Value{route.access.scope} : json::Value{}},
      {"body_max", static_cast<std::int64_t>(route.body_max)},
      {"needs_idempotency_key", route.needs_idempotency_key},
      {"takes_file", route.takes_file},
      {"brings_own_secret", route.brings_own_secret},
      {"surface", route.pattern.starts_with("/api/") ? "api" : "page"},
  };
}

}  // namespace

std::string route_list(const std::vector<Route>& routes) {
  json::Array entries;
  for (const auto& route : routes) {
    entries.push_back(entry_of(route));
  }
  return json::write(json::Object{{"routes", std::move(entries)}}, json::Style::indented) + "\n";
}

}  // namespace onereturn::gateway
