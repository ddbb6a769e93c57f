// The schema keeps its own rules: every object of the database is looked at, none is named by hand.
// A rule is a file in rules/: a query that answers one complaint per row, and under it a change of
// the schema that must make it complain. A rule that cannot be broken proves nothing.

#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/schema_rules.hpp"

namespace onereturn::testing {

void PrintTo(const SchemaRule& rule, std::ostream* out) { *out << rule.name; }

namespace {

std::vector<std::string> complaints_of(const SchemaRule& rule, bool with_fault) {
  auto raw = Raw::superuser();
  pqxx::work work(raw.connection());
  if (with_fault) {
    work.exec(rule.fault);
  }
  return complaints(work, rule);
}

class EachSchemaRule : public ::testing::TestWithParam<SchemaRule> {};

TEST_P(EachSchemaRule, is_kept) {
  EXPECT_THAT(complaints_of(GetParam(), false), ::testing::IsEmpty());
}

TEST_P(EachSchemaRule, notices_a_planted_fault) {
  ASSERT_NE(GetParam().fault, "");
  EXPECT_THAT(complaints_of(GetParam(), true), ::testing::Not(::testing::IsEmpty()));
}

std::string name_of(const ::testing::TestParamInfo<SchemaRule>& rule) { return rule.param.name; }

INSTANTIATE_TEST_SUITE_P(Catalogue, EachSchemaRule, ::testing::ValuesIn(schema_rules()), name_of);

TEST(SchemaRules, are_all_there) { EXPECT_GE(schema_rules().size(), 46U); }

}  // namespace
}  // namespace onereturn::testing
