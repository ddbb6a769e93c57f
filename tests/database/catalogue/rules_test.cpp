// The schema keeps its own rules: every object of the database is looked at, none is named by hand.

#include "rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::testing {

std::vector<std::string> complaints_of(const Rule& rule, bool with_fault) {
  auto raw = Raw::superuser();
  pqxx::work work(raw.connection());
  if (with_fault) {
    work.exec(rule.planted);
  }
  std::vector<std::string> found;
  for (const auto& row : work.exec(rule.complaints)) {
    found.emplace_back(row[0].c_str());
  }
  return found;
}

namespace {

class SchemaRule : public ::testing::TestWithParam<Rule> {};

TEST_P(SchemaRule, is_kept) { EXPECT_THAT(complaints_of(GetParam(), false), ::testing::IsEmpty()); }

TEST_P(SchemaRule, notices_a_planted_fault) {
  EXPECT_THAT(complaints_of(GetParam(), true), ::testing::Not(::testing::IsEmpty()));
}

std::string name_of(const ::testing::TestParamInfo<Rule>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Tables, SchemaRule, ::testing::ValuesIn(table_rules()), name_of);
INSTANTIATE_TEST_SUITE_P(Access, SchemaRule, ::testing::ValuesIn(access_rules()), name_of);
INSTANTIATE_TEST_SUITE_P(Functions, SchemaRule, ::testing::ValuesIn(function_rules()), name_of);

}  // namespace
}  // namespace onereturn::testing
