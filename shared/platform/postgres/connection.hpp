#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <unordered_set>

#include <pqxx/pqxx>

#include "platform/postgres/params.hpp"
#include "platform/postgres/statement.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::postgres {

// One connection with the statements it has prepared. Used by one thread at a time; thrown away
// once broken.
class Connection {
 public:
  explicit Connection(const std::string& settings) : connection_(settings) {}

  pqxx::connection& raw() { return connection_; }
  // Prepares the statement unless this connection already has.
  void know(const Statement& statement);
  bool broken() const { return broken_; }
  // Whether the server has said something, or gone, since the last statement: a connection that
  // rests has nothing to hear but its end.
  bool stale() const;
  void mark_broken() { broken_ = true; }

 private:
  pqxx::connection connection_;
  std::unordered_set<std::string> known_;
  bool broken_ = false;
};

// What a Transaction holds: the library's transaction and the connection under it.
class Transaction::Impl {
 public:
  Impl(Connection& connection, pqxx::transaction_base& transaction)
      : connection_(&connection), transaction_(&transaction) {}

  // Runs a prepared statement and throws the library's own exceptions.
  pqxx::result run(const Statement& statement, const std::vector<Param>& params);
  Connection& connection() { return *connection_; }

 private:
  Connection* connection_;
  pqxx::transaction_base* transaction_;
};

// Runs `body` and turns the library's exceptions into ours; marks a lost connection as broken.
// `changes_may_stand` says what a lost connection means: an unknown outcome, or nothing changed.
void translated(Connection& connection, bool changes_may_stand, const std::function<void()>& body);

// A serialisation failure or a deadlock: the transaction left no trace and may be run again.
class TryAgain : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace onereturn::postgres
