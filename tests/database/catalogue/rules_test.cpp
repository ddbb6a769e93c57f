// The schema keeps its own rules: every object of the database is looked at, none is named by hand.
// A rule is a file in rules/: a query that answers one complaint per row, and under it a change of
// the schema that must make it complain. A rule that cannot be broken proves nothing.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/database.hpp"

namespace onereturn::testing {
namespace {

namespace files = std::filesystem;

const files::path folder =
    files::path(ONERETURN_SOURCE_DIR) / "tests" / "database" / "catalogue" / "rules";
const std::string separator = "-- the fault that must be noticed\n";

struct Rule {
  std::string name;
  std::string complaints;
  std::string fault;
};

void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.name; }

// The list of definer functions stands in a file of its own, since two rules need it.
std::string with_allowed_definers(std::string query) {
  const std::string place = "(allowed_definers)";
  if (const auto at = query.find(place); at != std::string::npos) {
    query.replace(at, place.size(),
                  "(" + read_text((folder / "allowed_definers.txt").string()) + ")");
  }
  return query;
}

std::vector<Rule> rules() {
  std::vector<Rule> found;
  for (const auto& entry : files::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") {
      const auto text = read_text(entry.path().string());
      const auto at = text.find(separator);
      found.push_back({entry.path().stem().string(), with_allowed_definers(text.substr(0, at)),
                       at == std::string::npos ? "" : text.substr(at + separator.size())});
    }
  }
  std::ranges::sort(found, {}, &Rule::name);
  return found;
}

std::vector<std::string> complaints_of(const Rule& rule, bool with_fault) {
  auto raw = Raw::superuser();
  pqxx::work work(raw.connection());
  if (with_fault) {
    work.exec(rule.fault);
  }
  std::vector<std::string> found;
  for (const auto& row : work.exec(rule.complaints)) {
    found.emplace_back(row[0].c_str());
  }
  return found;
}

class SchemaRule : public ::testing::TestWithParam<Rule> {};

TEST_P(SchemaRule, is_kept) { EXPECT_THAT(complaints_of(GetParam(), false), ::testing::IsEmpty()); }

TEST_P(SchemaRule, notices_a_planted_fault) {
  ASSERT_NE(GetParam().fault, "");
  EXPECT_THAT(complaints_of(GetParam(), true), ::testing::Not(::testing::IsEmpty()));
}

std::string name_of(const ::testing::TestParamInfo<Rule>& rule) { return rule.param.name; }

INSTANTIATE_TEST_SUITE_P(Catalogue, SchemaRule, ::testing::ValuesIn(rules()), name_of);

TEST(SchemaRules, are_all_there) { EXPECT_GE(rules().size(), 40U); }

}  // namespace
}  // namespace onereturn::testing
