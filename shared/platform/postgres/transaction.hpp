#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/ids.hpp"
#include "platform/postgres/params.hpp"
#include "platform/postgres/rows.hpp"
#include "platform/postgres/statement.hpp"

namespace onereturn::postgres {

// A statement with its values.
struct Call {
  Statement statement;
  std::vector<Param> params;
};

template <class... Values>
Call call_of(const Statement& statement, const Values&... values) {
  return {statement, to_params(values...)};
}

// One open transaction. Its type says whose rows can be seen; the database enforces it. Only
// Database makes one, and only Database commits it.
class Transaction {
 public:
  class Impl;
  explicit Transaction(Impl& impl) : impl_(&impl) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Runs a prepared statement. Throws ConstraintViolated, StoreUnavailable, StatementFailed,
  // SessionEnded, StaleFence.
  template <class... Values>
  Rows run(const Statement& statement, const Values&... values) {
    return run_with(statement, to_params(values...));
  }
  Rows run_with(const Statement& statement, const std::vector<Param>& params);

  // Says that a reading statement will be run with these values: it goes out with the next one that
  // is run, in one round trip, and reads what is there then. What it throws, its run throws.
  template <class... Values>
  void ahead(const Statement& statement, const Values&... values) {
    ahead_with(call_of(statement, values...));
  }
  void ahead_with(Call call);

 private:
  Impl* impl_;
};

// A transaction that was entered with a session: knows who acts.
class SessionTx : public Transaction {
 public:
  SessionTx(Impl& impl, Actor actor) : Transaction(impl), actor_(std::move(actor)) {}
  const Actor& actor() const { return actor_; }

 private:
  Actor actor_;
};

// The rows of one agency, and its side of what boards hold about it.
class AgencyTx : public SessionTx {
 public:
  using SessionTx::SessionTx;
};

// The rows of one board.
class BoardTx : public SessionTx {
 public:
  using SessionTx::SessionTx;
};

// One submission's frozen rows for one board, and that board's place for its copy.
class DeliveryTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// The rows of one agency, for a job that the agency announced: nobody acts.
class AgencyJobTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// The rows of one party, board or agency, for a job about that party itself: nobody acts.
class PartyJobTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// The roll-ups of all boards.
class AggregateTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// The queue of jobs; no tenant's rows. Runs as the login itself, which may only execute functions.
class SystemTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// Sign-in, sessions and recovery: functions only.
class AuthTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// The platform operator's entrances (onboarding, catalogue): functions only.
class OperatorTx : public Transaction {
 public:
  using Transaction::Transaction;
};

// Everything, to read: as the login that backups use, for checking what stands.
class BackupTx : public Transaction {
 public:
  using Transaction::Transaction;
};

}  // namespace onereturn::postgres
