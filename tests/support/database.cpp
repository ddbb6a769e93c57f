#include "support/database.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

#include "platform/postgres/migrations.hpp"

#ifndef ONERETURN_SOURCE_DIR
#define ONERETURN_SOURCE_DIR "."
#endif

namespace onereturn::testing {
namespace {

namespace files = std::filesystem;

const files::path schema_folder = files::path(ONERETURN_SOURCE_DIR) / "schemas" / "database";

std::string required(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value == '\0') {
    throw std::runtime_error(std::string(variable) +
                             " is not set: run database tests with tools/dev test");
  }
  return value;
}

std::vector<postgres::Migration> migrations() {
  std::vector<postgres::Migration> found;
  for (const auto& entry : files::directory_iterator(schema_folder / "migrations")) {
    const auto name = entry.path().filename().string();
    found.push_back({std::stoi(name.substr(0, 4)), name, read_text(entry.path().string())});
  }
  std::ranges::sort(found, {}, &postgres::Migration::name);
  return found;
}

std::string settings_for(const std::string& sockets, const std::string& database,
                         const std::string& user) {
  return "host=" + sockets + " dbname=" + database + " user=" + user +
         " options='-c client_min_messages=warning -c TimeZone=UTC'";
}

bool exists(pqxx::connection& connection, const std::string& database) {
  pqxx::nontransaction plain(connection);
  return !plain.exec("select from pg_database where datname = " + plain.quote(database)).empty();
}

// Made once per cluster and state of the schema; a half-made one keeps its other name.
std::string template_database(const std::string& sockets, const std::string& superuser) {
  const auto texts = migrations();
  std::string everything = read_text((schema_folder / "bootstrap.sql").string()) +
                           read_text((schema_folder / "prepare-database.sql").string());
  for (const auto& migration : texts) {
    everything += migration.text;
  }
  const auto name = "or_template_" + std::to_string(std::hash<std::string>{}(everything));

  pqxx::connection maintenance(settings_for(sockets, "postgres", superuser));
  pqxx::nontransaction lock(maintenance);
  lock.exec("select pg_advisory_lock(2015)");
  pqxx::connection worker(settings_for(sockets, "postgres", superuser));
  if (exists(worker, name)) {
    return name;
  }
  const auto half = name + "_half";
  pqxx::nontransaction plain(worker);
  plain.exec("drop database if exists " + half);
  plain.exec(read_text((schema_folder / "bootstrap.sql").string()));
  plain.exec("create database " + half);
  {
    pqxx::connection inside(settings_for(sockets, half, superuser));
    pqxx::nontransaction prepare(inside);
    prepare.exec(read_text((schema_folder / "prepare-database.sql").string()));
  }
  const auto report = postgres::migrate(settings_for(sockets, half, "migrator"), texts);
  if (!report) {
    throw std::runtime_error("the migrations were refused: " + report.problem().detail);
  }
  plain.exec("alter database " + half + " rename to " + name);
  return name;
}

}  // namespace

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TestDatabase& TestDatabase::instance() {
  static TestDatabase database;
  return database;
}

TestDatabase::TestDatabase()
    : sockets_(required("ONERETURN_TEST_PG")), superuser_(required("ONERETURN_TEST_PG_USER")) {
  const auto original = template_database(sockets_, superuser_);
  name_ = "or_test_" + std::to_string(::getpid());
  pqxx::connection maintenance(settings_for(sockets_, "postgres", superuser_));
  pqxx::nontransaction plain(maintenance);
  plain.exec("drop database if exists " + name_ + " with (force)");
  plain.exec("create database " + name_ + " template " + original);
  plain.exec("revoke all on database " + name_ + " from public");
  plain.exec("grant connect on database " + name_ +
             " to gateway, worker, auth, operator, migrator, backup");
  plain.exec("grant create on database " + name_ + " to owner");
}

TestDatabase::~TestDatabase() {
  try {
    pqxx::connection maintenance(settings_for(sockets_, "postgres", superuser_));
    pqxx::nontransaction(maintenance).exec("drop database if exists " + name_ + " with (force)");
  } catch (const std::exception&) {
    // The cluster is thrown away after the run; a database left behind hurts nobody.
  }
}

std::string TestDatabase::settings(const std::string& login) const {
  return settings_for(sockets_, name_, login);
}

std::string TestDatabase::superuser_settings() const {
  return settings_for(sockets_, name_, superuser_);
}

pqxx::result Raw::run(const std::string& sql) {
  pqxx::work work(connection_);
  auto rows = work.exec(sql);
  work.commit();
  return rows;
}

std::string Raw::one(const std::string& sql) {
  const auto rows = run(sql);
  return rows.empty() || rows[0][0].is_null() ? std::string() : rows[0][0].as<std::string>();
}

std::vector<std::string> Raw::all(const std::string& sql) {
  std::vector<std::string> values;
  for (const auto& row : run(sql)) {
    values.push_back(row[0].is_null() ? std::string() : row[0].as<std::string>());
  }
  return values;
}

std::string Raw::refusal(const std::vector<std::string>& statements) {
  try {
    pqxx::work work(connection_);
    for (const auto& statement : statements) {
      work.exec(statement);
    }
    work.commit();
    return {};
  } catch (const pqxx::sql_error& error) {
    return sqlstate_of(error);
  }
}

std::string sqlstate_of(const pqxx::sql_error& error) {
  if (!error.sqlstate().empty()) {
    return error.sqlstate();
  }
  return dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr ? "42501" : "?????";
}

}  // namespace onereturn::testing
