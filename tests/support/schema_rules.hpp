#pragma once

#include <string>
#include <vector>

#include <pqxx/pqxx>

namespace onereturn::testing {

// A rule of the schema, from tests/database/catalogue/rules: a query that answers one complaint per
// row, and a change of the schema that must make it complain.
struct SchemaRule {
  std::string name;
  std::string query;
  std::string fault;
};

std::vector<SchemaRule> schema_rules();

// What the rule says against the database as that transaction sees it. As the superuser.
std::vector<std::string> complaints(pqxx::transaction_base& work, const SchemaRule& rule);

}  // namespace onereturn::testing
