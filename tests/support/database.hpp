#pragma once

#include <string>
#include <vector>

#include <pqxx/pqxx>

namespace onereturn::testing {

// A migrated database of this test program's own, dropped when the program ends. It is copied from
// a template that the first program of a run migrates. The cluster is the private one that
// `tools/dev test` starts: ONERETURN_TEST_PG is its socket folder, ONERETURN_TEST_PG_USER its
// superuser. Throws when there is none: a database test that did not run must not look green.
class TestDatabase {
 public:
  static TestDatabase& instance();

  // libpq settings for a login: "gateway", "worker", "auth", "operator", "migrator", "backup".
  std::string settings(const std::string& login) const;
  // The cluster's superuser, who sees everything: for arranging and for counting, never for the
  // behaviour under test.
  std::string superuser_settings() const;

  const std::string& name() const { return name_; }
  const std::string& sockets() const { return sockets_; }
  const std::string& superuser() const { return superuser_; }

  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

 private:
  TestDatabase();
  ~TestDatabase();

  std::string sockets_;
  std::string superuser_;
  std::string name_;
};

// A plain connection, for forging and for looking behind the doors. Closes itself.
class Raw {
 public:
  explicit Raw(const std::string& login) : connection_(TestDatabase::instance().settings(login)) {}
  static Raw superuser() { return Raw(Settings{TestDatabase::instance().superuser_settings()}); }

  pqxx::connection& connection() { return connection_; }
  // Each statement in a transaction of its own.
  pqxx::result run(const std::string& sql);
  // The first column of the first row as text; empty when NULL or when there is no row.
  std::string one(const std::string& sql);
  // The first column of every row.
  std::vector<std::string> all(const std::string& sql);
  // The SQLSTATE that the statements end with, run in one transaction; empty when they succeed.
  std::string refusal(const std::vector<std::string>& statements);

 private:
  struct Settings {
    std::string text;
  };
  explicit Raw(const Settings& settings) : connection_(settings.text) {}

  pqxx::connection connection_;
};

// The SQLSTATE of an exception of the library; it leaves the field empty for one kind of refusal.
std::string sqlstate_of(const pqxx::sql_error& error);

std::string read_text(const std::string& path);

}  // namespace onereturn::testing
