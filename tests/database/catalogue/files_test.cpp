// What is written beside the migrations says what the migrated database says.

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdio.h>

#include "support/database.hpp"

namespace onereturn::testing {
namespace {

namespace files = std::filesystem;

const files::path root = ONERETURN_SOURCE_DIR;
const files::path schema = root / "schemas" / "database";

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string text;
  std::array<char, 65536> buffer{};
  while (const auto count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    text.append(buffer.data(), count);
  }
  return text;
}

std::string written_by_script(const std::string& what) {
  auto& database = TestDatabase::instance();
  return output_of((schema / "write-structure").string() + " " + database.sockets() + " " +
                   database.name() + " " + database.superuser() + " --print " + what);
}

// The first line that differs, for a readable failure.
std::string first_difference(const std::string& left, const std::string& right) {
  std::istringstream a(left);
  std::istringstream b(right);
  for (int line = 1;; ++line) {
    std::string x;
    std::string y;
    const bool more_a = static_cast<bool>(std::getline(a, x));
    const bool more_b = static_cast<bool>(std::getline(b, y));
    if (!more_a && !more_b) {
      return {};
    }
    if (x != y || more_a != more_b) {
      return "line " + std::to_string(line) + ": \"" + x + "\" against \"" + y + "\"";
    }
  }
}

TEST(Structure, is_what_the_migrations_make) {
  const auto made = written_by_script("structure");
  ASSERT_GT(made.size(), 100000U);
  EXPECT_EQ(first_difference(read_text((schema / "structure.sql").string()), made), "")
      << "run schemas/database/write-structure";
}

TEST(Structure, would_show_a_change) {
  auto raw = Raw::superuser();
  raw.run("create table tenant.planted (x integer)");
  const auto made = written_by_script("structure");
  raw.run("drop table tenant.planted");
  EXPECT_NE(first_difference(read_text((schema / "structure.sql").string()), made), "");
}

TEST(DataModelPage, is_what_the_database_says) {
  const auto made = written_by_script("data-model");
  ASSERT_GT(made.size(), 10000U);
  EXPECT_EQ(first_difference(read_text((root / "docs" / "data-model.md").string()), made), "")
      << "run schemas/database/write-structure";
}

TEST(Migrations, are_numbered_without_a_gap) {
  std::set<int> numbers;
  for (const auto& entry : files::directory_iterator(schema / "migrations")) {
    EXPECT_TRUE(numbers.insert(std::stoi(entry.path().filename().string().substr(0, 4))).second)
        << entry.path().filename();
  }
  ASSERT_FALSE(numbers.empty());
  EXPECT_EQ(*numbers.begin(), 1);
  EXPECT_EQ(*numbers.rbegin(), static_cast<int>(numbers.size()));
}

struct Catalogued {
  std::string data_class;
  std::string retention;
};

std::map<std::string, Catalogued> data_catalogue() {
  std::istringstream lines(read_text((schema / "data-catalogue.tsv").string()));
  std::map<std::string, Catalogued> entries;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    std::string table;
    std::string column;
    Catalogued entry;
    std::getline(fields, table, '\t');
    std::getline(fields, column, '\t');
    std::getline(fields, entry.data_class, '\t');
    std::getline(fields, entry.retention, '\t');
    EXPECT_TRUE(entries.emplace(table + "." + column, entry).second) << line;
  }
  return entries;
}

TEST(DataCatalogue, has_exactly_the_columns_of_the_database) {
  const auto columns = Raw::superuser().all(
      "select n.nspname || '.' || c.relname || '.' || a.attname from pg_class c"
      " join pg_namespace n on n.oid = c.relnamespace"
      " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
      " where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema',"
      " 'migrations') and n.nspname not like 'pg\\_temp\\_%'");
  std::vector<std::string> catalogued;
  for (const auto& [name, entry] : data_catalogue()) {
    catalogued.push_back(name);
  }
  ASSERT_GT(columns.size(), 500U);
  EXPECT_THAT(catalogued, ::testing::UnorderedElementsAreArray(columns));
}

TEST(DataCatalogue, gives_each_column_a_known_class_and_a_retention) {
  const std::set<std::string> classes = {"public",     "identifier", "operational", "organisation",
                                         "assessment", "narrative",  "personal",    "secret"};
  for (const auto& [name, entry] : data_catalogue()) {
    EXPECT_TRUE(classes.contains(entry.data_class)) << name << ": " << entry.data_class;
    EXPECT_FALSE(entry.retention.empty()) << name;
  }
}

TEST(DataCatalogue, calls_no_free_text_of_a_tenant_harmless) {
  const auto texts = Raw::superuser().all(
      "select 'tenant.' || table_name || '.' || column_name from information_schema.columns"
      " where table_schema = 'tenant' and domain_name in ('paragraph')");
  const auto entries = data_catalogue();
  ASSERT_GT(texts.size(), 40U);
  for (const auto& text : texts) {
    EXPECT_EQ(entries.at(text).data_class, "narrative") << text;
  }
}

}  // namespace
}  // namespace onereturn::testing
