#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

#include <pqxx/pqxx>

#include "platform/postgres/rows_impl.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::postgres {

// What one call came to: its rows, or what is thrown when somebody asks for them.
struct Outcome {
  std::shared_ptr<const Rows::Impl> rows;
  std::exception_ptr failure;

  Rows get() const;
};

// How a run begins: as the next of what is open; as the first of a use of the connection; as the
// first of a use, in a transaction that ends by commit or rollback.
enum class Start { next, plain, block };

// One connection with the statements it has prepared. Used by one thread at a time; thrown away
// once broken. Each use begins with a connection as it was made: no setting or role that the
// use before left behind, however it did that.
class Connection {
 public:
  // With `lent` the connection is a pooler's, which lends a real one for each transaction: then
  // nothing is prepared by name, and that text is run first in each transaction, in place of what
  // would be set for the whole connection.
  explicit Connection(const std::string& settings, std::string lent = {});

  // For whoever sends plain text: migrations.
  pqxx::connection_base& raw() { return *connection_; }

  // Sends every call, after what it starts with, and waits for all answers at once. Answers as many
  // outcomes as calls. Throws the library's broken_connection.
  std::vector<Outcome> run(Start start, const std::vector<Call>& calls);
  // One word such as "commit"; answers what the server did. Throws the library's own exceptions.
  std::string say(const char* word);

  bool broken() const { return broken_; }
  // No transaction is open, as far as the server has said.
  bool at_rest() const;
  // Whether the server has said something, or gone, since the last statement: a connection that
  // rests has nothing to hear but its end.
  bool stale() const;
  void mark_broken() { broken_ = true; }
  // The wire is dead from here on, as when a cable is pulled: for tests.
  void cut();

 private:
  class Pipeline;

  // The only call of a run, where one waits for nothing else; nothing when it must be prepared.
  std::optional<Outcome> run_alone(const Call& call);

  // Shared, since only the library's whole type closes the connection when it goes.
  std::shared_ptr<pqxx::connection_base> connection_;
  PGconn* wire_ = nullptr;  // what the library talks through
  std::string lent_;
  std::unordered_set<std::string> known_;
  bool broken_ = false;
};

// What a Transaction holds: its connection, and what was asked ahead.
class Transaction::Impl {
 public:
  // With `in_block` the first call begins a transaction, which ends by commit(), or is taken back
  // when this goes.
  Impl(Connection& connection, bool in_block) : connection_(&connection), in_block_(in_block) {}
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // Runs a prepared statement and throws the library's own exceptions.
  Rows run(const Call& call);
  // Goes out with the next call that runs.
  void ahead(Call call);
  // What enters says which request leads to this, so that nothing else has to.
  void says_cause() { says_cause_ = true; }
  // Throws the library's in_doubt_error when the connection is lost on the way, and what was asked
  // ahead and failed, read or not: then nothing was kept.
  void commit();

  Connection& connection() { return *connection_; }

 private:
  struct Waiting {
    Call call;
    Outcome outcome;
  };

  Outcome take(std::size_t at);
  void send();

  Connection* connection_;
  bool in_block_;
  bool begun_ = false;    // a transaction is open
  bool started_ = false;  // something was sent
  bool says_cause_ = false;
  std::vector<Call> queue_;
  std::vector<Waiting> answered_;
  std::exception_ptr failure_;  // the first of a block: the server refuses everything after it
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
