// The table of routes and the description of the API name the same doors, both ways.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "gateway/routes.hpp"

namespace onereturn::gateway {
namespace {

using Doors = std::set<std::string>;

constexpr std::string_view base = "/api/v1";
// Stands in the description with a server of its own.
constexpr std::string_view token_endpoint = "/oauth/token";

// "GET /me" for every method below `paths:`; the file keeps one key a line, two blanks a level.
Doors described() {
  std::ifstream file{ONERETURN_SOURCE_DIR "/schemas/api/openapi.yaml"};
  Doors doors;
  bool in_paths = false;
  std::string path;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != ' ') {
      in_paths = line == "paths:";
    } else if (in_paths && line.starts_with("  /")) {
      path = line.substr(2, line.size() - 3);
    } else if (in_paths && line.starts_with("    ") && line[4] != ' ') {
      std::string verb = line.substr(4, line.find(':') - 4);
      std::transform(verb.begin(), verb.end(), verb.begin(),
                     [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      if (verb != "SERVERS" && verb != "PARAMETERS" && verb != "SUMMARY" && verb != "DESCRIPTION") {
        doors.insert(verb + " " + path);
      }
    }
  }
  return doors;
}

Doors built() {
  Doors doors;
  for (const auto& route : routes()) {
    const bool api = route.pattern.starts_with(base);
    if (api || route.pattern == token_endpoint) {
      doors.insert(std::string{http::name_of(route.verb)} + " " +
                   std::string{route.pattern.substr(api ? base.size() : 0)});
    }
  }
  return doors;
}

Doors without(const Doors& some, const Doors& others) {
  Doors left;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::inserter(left, left.end()));
  return left;
}

// "GET /requests" with the scope that its description demands, "" where it names none.
std::map<std::string, std::string> described_scopes() {
  std::ifstream file{ONERETURN_SOURCE_DIR "/schemas/api/openapi.yaml"};
  std::map<std::string, std::string> scopes;
  std::string path;
  std::string door;
  const std::string mark = "        - oauth2: [";
  for (std::string line; std::getline(file, line) && line != "components:";) {
    if (line.starts_with("  /")) {
      path = line.substr(2, line.size() - 3);
    } else if (line.starts_with("    ") && line[4] != ' ') {
      std::string verb = line.substr(4, line.find(':') - 4);
      std::transform(verb.begin(), verb.end(), verb.begin(),
                     [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      door = verb + " " + path;
    } else if (line.starts_with(mark)) {
      const auto scope = line.substr(mark.size(), line.size() - mark.size() - 1);
      scopes[door] = scope.size() > 2 ? scope.substr(1, scope.size() - 2) : scope;
    }
  }
  return scopes;
}

TEST(OpenApi, demands_the_scope_that_the_table_demands) {
  const auto scopes = described_scopes();
  for (const auto& route : routes()) {
    if (!route.pattern.starts_with(base) || route.access.scope.empty()) continue;
    const auto door = std::string{http::name_of(route.verb)} + " " +
                      std::string{route.pattern.substr(base.size())};
    ASSERT_TRUE(scopes.contains(door)) << door;
    const bool any = route.access.scope == "*";
    EXPECT_EQ(scopes.at(door), any ? "" : std::string{route.access.scope}) << door;
  }
}

TEST(OpenApi, describes_every_route_and_no_other) {
  EXPECT_GT(built().size(), 20U);
  EXPECT_EQ(without(built(), described()), Doors{}) << "not described";
  EXPECT_EQ(without(described(), built()), Doors{}) << "not built";
}

}  // namespace
}  // namespace onereturn::gateway
