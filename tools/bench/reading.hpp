#pragma once

#include <string>
#include <vector>

#include "platform/postgres/statement.hpp"
#include "tools/bench/arguments.hpp"
#include "tools/bench/straight.hpp"

namespace onereturn::bench {

// One of the statements that a page is read with, and its values.
struct Asked {
  postgres::Statement statement;
  Straight::Params params;
};

// What one page of an agency is about.
struct ReadPlace {
  int agency = 0;
  std::string section;  // "" reads no notes of colleagues
};

// Every statement that the service runs for such a page, in its order; begin and commit left out.
std::vector<Asked> statements_of(const Arguments& arguments, const ReadPlace& place);

// One connection as the gateway's login, with these statements prepared.
class StraightReader {
 public:
  StraightReader(const Arguments& arguments, const std::vector<std::vector<Asked>>& pages);

  // Reads page `at` in one round trip. Throws when the answers' row counts changed on the way.
  void read(std::size_t at);

 private:
  Straight database_;
  std::vector<std::vector<Straight::Step>> pages_;
  std::vector<std::vector<int>> counts_;
};

// Counts the statements that the gateway runs, by pg_stat_statements.
class StatementCounter {
 public:
  explicit StatementCounter(const Arguments& arguments);
  ~StatementCounter();
  StatementCounter(const StatementCounter&) = delete;
  StatementCounter& operator=(const StatementCounter&) = delete;

  // From now on.
  void restart();
  // Since then. What begins, ends and cleans a transaction is left out, and what asks whether a
  // connection is alive.
  int statements();

 private:
  Straight database_;
};

}  // namespace onereturn::bench
