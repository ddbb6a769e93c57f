#include "platform/postgres/migrations.hpp"

#include <optional>

#include "platform/postgres/connection.hpp"

namespace onereturn::postgres {
namespace {

constexpr int tested_major = 15;
constexpr int safe_minor = 20;
// Any number, as long as every migrator takes the same.
constexpr const char* try_lock = "select pg_try_advisory_lock(7209315)";

Problem conflict(const char* key, std::string detail) {
  return {ProblemCode::conflict, key, std::move(detail)};
}

std::optional<Problem> unsafe_server(Connection& connection) {
  const int version = connection.raw().server_version();
  if (version / 10000 == tested_major && version % 10000 < safe_minor) {
    return conflict("unsafe-postgresql",
                    "PostgreSQL 15 before 15.20 has holes in row security; the suite "
                    "bookworm-security of Debian has a later one.");
  }
  return std::nullopt;
}

std::optional<Problem> gap_in(const std::vector<Migration>& migrations) {
  int expected = 1;
  for (const auto& migration : migrations) {
    if (migration.number != expected) {
      return Problem{
          ProblemCode::invalid, "migration-gap",
          migration.name + " stands where number " + std::to_string(expected) + " is expected."};
    }
    ++expected;
  }
  return std::nullopt;
}

bool takes_the_lock(Connection& connection) {
  pqxx::nontransaction plain(connection.raw());
  return plain.exec1(try_lock)[0].as<bool>();
}

void prepare_the_record(Connection& connection) {
  pqxx::work work(connection.raw());
  work.exec("set local role owner");
  work.exec(
      "create schema if not exists migrations;"
      "create table if not exists migrations.applied ("
      "  number integer not null constraint applied_key primary key,"
      "  name text not null, text_sha256 bytea not null,"
      "  applied_at timestamptz not null default now())");
  work.commit();
}

// How many of them the database has, or why they do not fit what it has.
Result<int> applied_so_far(Connection& connection, const std::vector<Migration>& migrations) {
  pqxx::work work(connection.raw());
  work.exec("set local role owner");
  int count = 0;
  for (const auto& row : work.exec("select name from migrations.applied order by number")) {
    if (static_cast<std::size_t>(count) == migrations.size()) {
      return conflict("database-newer", "The database has " + row[0].as<std::string>() +
                                            ", which this version of the service does not know.");
    }
    const auto& ours = migrations[static_cast<std::size_t>(count)];
    const auto same = work.exec_params1(
        "select name = $2 and text_sha256 = sha256(convert_to($3, 'UTF8'))"
        " from migrations.applied where number = $1",
        ours.number, ours.name, ours.text);
    if (!same[0].as<bool>()) {
      return conflict("migration-changed",
                      ours.name + " was applied with another text. Write a new migration instead.");
    }
    ++count;
  }
  return count;
}

void apply(Connection& connection, const Migration& migration) {
  pqxx::work work(connection.raw());
  work.exec("set local role owner");
  work.exec("set local lock_timeout = '1s'");
  work.exec(migration.text);
  work.exec("set local role owner");
  work.exec_params0(
      "insert into migrations.applied (number, name, text_sha256)"
      " values ($1, $2, sha256(convert_to($3, 'UTF8')))",
      migration.number, migration.name, migration.text);
  work.commit();
}

Result<MigrationReport> migrate_on(Connection& connection,
                                   const std::vector<Migration>& migrations) {
  if (auto unsafe = unsafe_server(connection)) {
    return *unsafe;
  }
  if (!takes_the_lock(connection)) {
    return conflict("migration-running", "Another migration of this database is running.");
  }
  prepare_the_record(connection);
  auto already = applied_so_far(connection, migrations);
  if (!already) {
    return already.problem();
  }
  MigrationReport report;
  report.already = *already;
  for (auto i = static_cast<std::size_t>(*already); i < migrations.size(); ++i) {
    apply(connection, migrations[i]);
    report.applied.push_back(migrations[i].name);
  }
  return report;
}

}  // namespace

Result<MigrationReport> migrate(const std::string& connection,
                                const std::vector<Migration>& migrations) {
  if (auto gap = gap_in(migrations)) {
    return *gap;
  }
  Connection open(connection);
  std::optional<Result<MigrationReport>> answer;
  translated(open, false, [&] { answer.emplace(migrate_on(open, migrations)); });
  return std::move(*answer);
}

}  // namespace onereturn::postgres
