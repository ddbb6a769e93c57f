// Which entry each route that may change something leaves in the trail. trail_of_routes.tsv says it
// for every such route, or says why there is none: a new route without a line is red.

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "gateway/routes.hpp"

namespace onereturn::gateway {
namespace {

const std::filesystem::path root = ONERETURN_SOURCE_DIR;

struct Line {
  std::vector<std::string> entries;
  std::string reason;
};

std::map<std::string, Line> lines() {
  std::ifstream file(root / "tests/unit/gateway/trail_of_routes.tsv");
  std::map<std::string, Line> all;
  std::string text;
  std::getline(file, text);
  while (std::getline(file, text)) {
    const auto one = text.find('\t');
    const auto two = text.find('\t', one + 1);
    Line line;
    std::istringstream entries(text.substr(one + 1, two - one - 1));
    for (std::string entry; entries >> entry;) {
      if (entry != "-") line.entries.push_back(entry);
    }
    line.reason = text.substr(two + 1);
    EXPECT_TRUE(all.emplace(text.substr(0, one), line).second) << text << " stands twice";
  }
  return all;
}

std::string name_of(const Route& route) {
  return std::string(http::name_of(route.verb)) + " " + std::string(route.pattern);
}

// Everything that could write an entry.
std::string all_sources() {
  std::ostringstream all;
  for (const auto* folder : {"shared/domain", "schemas/database/migrations", "services/gateway"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto kind = file.path().extension();
      if (kind == ".cpp" || kind == ".sql") all << std::ifstream(file.path()).rdbuf();
    }
  }
  return all.str();
}

TEST(TrailOfRoutes, has_an_entry_or_a_reason_for_each_that_may_change_something) {
  const auto said = lines();
  for (const auto& route : routes()) {
    if (!http::is_unsafe(route.verb)) continue;
    const auto found = said.find(name_of(route));
    ASSERT_NE(found, said.end()) << name_of(route) << " is not in trail_of_routes.tsv";
    EXPECT_NE(found->second.entries.empty(), found->second.reason.empty())
        << name_of(route) << " needs an entry, or a reason why there is none";
  }
}

TEST(TrailOfRoutes, names_no_route_that_is_gone) {
  for (const auto& [name, line] : lines()) {
    const auto is_there = std::any_of(routes().begin(), routes().end(),
                                      [&](const Route& route) { return name_of(route) == name; });
    EXPECT_TRUE(is_there) << name;
  }
}

TEST(TrailOfRoutes, names_only_entries_that_somebody_writes) {
  const auto sources = all_sources();
  for (const auto& [name, line] : lines()) {
    for (const auto& entry : line.entries) {
      const bool is_written = sources.find('"' + entry) != std::string::npos ||
                              sources.find('\'' + entry) != std::string::npos;
      EXPECT_TRUE(is_written) << name << ": " << entry;
    }
  }
}

}  // namespace
}  // namespace onereturn::gateway
