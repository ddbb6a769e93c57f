// The table of routes and the description of the API name the same doors, both ways.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "gateway/routes.hpp"

namespace onereturn::gateway {
namespace {

using Doors = std::set<std::string>;

constexpr std::string_view base = "/api/v1";

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
      if (verb != "PARAMETERS" && verb != "SUMMARY" && verb != "DESCRIPTION") {
        doors.insert(verb + " " + path);
      }
    }
  }
  return doors;
}

Doors built() {
  Doors doors;
  for (const auto& route : routes()) {
    if (route.pattern.starts_with(base)) {
      doors.insert(std::string{http::name_of(route.verb)} + " " +
                   std::string{route.pattern.substr(base.size())});
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

TEST(OpenApi, describes_every_route_and_no_other) {
  EXPECT_GT(built().size(), 20U);
  EXPECT_EQ(without(built(), described()), Doors{}) << "not described";
  EXPECT_EQ(without(described(), built()), Doors{}) << "not built";
}

}  // namespace
}  // namespace onereturn::gateway
