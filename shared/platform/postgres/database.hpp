#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "base/result.hpp"
#include "platform/postgres/errors.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::postgres {

// SHA-256 of a session's token: 32 bytes. The token itself never reaches the database.
struct TokenHash {
  std::string bytes;
};

// A claimed job: the number that a worker must still hold when it writes.
struct JobLease {
  JobId job;
  std::int64_t fence = 0;
};

// How a pool of connections stands, and what it has counted since it began.
struct PoolFigures {
  std::size_t connections_max = 0;
  std::size_t in_use = 0;
  std::size_t idle = 0;
  std::size_t waiting = 0;              // threads that wait for a connection now
  std::uint64_t taken_total = 0;        // connections lent out
  std::uint64_t waits_total = 0;        // of those that had to wait
  double wait_seconds_total = 0;        // how long they waited in all
  std::uint64_t timeouts_total = 0;     // gave up waiting
  std::uint64_t opened_total = 0;       // connections made
  std::uint64_t open_failed_total = 0;  // that could not be made
  std::uint64_t lost_total = 0;         // that broke or were found dead
};

// One login's bounded pool of connections, and the only way to reach the database. A work is a
// function that takes its transaction and answers a Result: committed when it holds a value,
// rolled back when it holds a problem or throws. A serialisation failure runs the work again, at
// most three times.
class Database {
 public:
  struct Settings {
    std::string connection;  // libpq's "host=... dbname=... user=..."
    std::size_t connections_max = 8;
    std::chrono::milliseconds wait_max{2000};  // for a free connection
    std::chrono::milliseconds statement_timeout{15000};
    // A pooler stands between, which lends a connection for one transaction
    // (docs/guides/pooler.md).
    bool lent = false;
  };

  explicit Database(Settings settings);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Enters with a session. Answers `forbidden` when the session acts for another kind of party.
  // Throws SessionEnded, StoreUnavailable, OutcomeUnknown.
  template <class Work>
  auto as_agency(const TokenHash& session, Work&& work) {
    return with_session<AgencyTx>(session, "agency", {}, std::forward<Work>(work));
  }
  // The same; what the work is sure to ask first goes out together with entering.
  template <class Work>
  auto as_agency(const TokenHash& session, const std::vector<Call>& first, Work&& work) {
    return with_session<AgencyTx>(session, "agency", first, std::forward<Work>(work));
  }
  template <class Work>
  auto as_board(const TokenHash& session, Work&& work) {
    return with_session<BoardTx>(session, "board", {}, std::forward<Work>(work));
  }
  // Enters with a session of any kind of party: who is it?
  template <class Work>
  auto as_session(const TokenHash& session, Work&& work) {
    return with_session<SessionTx>(session, nullptr, {}, std::forward<Work>(work));
  }
  // Enters with a claimed job. Throws StaleFence when another worker holds it by now.
  template <class Work>
  auto as_delivery(const JobLease& lease, Work&& work) {
    return in_transaction<DeliveryTx>(std::forward<Work>(work),
                                      [&](Transaction::Impl& impl) { enter_job(impl, lease); });
  }
  template <class Work>
  auto as_agency_job(const JobLease& lease, Work&& work) {
    return in_transaction<AgencyJobTx>(std::forward<Work>(work),
                                       [&](Transaction::Impl& impl) { enter_job(impl, lease); });
  }
  template <class Work>
  auto as_party_job(const JobLease& lease, Work&& work) {
    return in_transaction<PartyJobTx>(std::forward<Work>(work),
                                      [&](Transaction::Impl& impl) { enter_job(impl, lease); });
  }
  template <class Work>
  auto as_aggregate(const JobLease& lease, Work&& work) {
    return in_transaction<AggregateTx>(std::forward<Work>(work),
                                       [&](Transaction::Impl& impl) { enter_job(impl, lease); });
  }
  // The login's own right to execute functions, and nothing else.
  template <class Work>
  auto as_system(Work&& work) {
    return in_transaction<SystemTx>(std::forward<Work>(work), [](Transaction::Impl&) {});
  }
  template <class Work>
  auto as_auth(Work&& work) {
    return in_transaction<AuthTx>(std::forward<Work>(work), [](Transaction::Impl&) {});
  }
  template <class Work>
  auto as_operator(Work&& work) {
    return in_transaction<OperatorTx>(std::forward<Work>(work), [](Transaction::Impl&) {});
  }
  template <class Work>
  auto as_backup(Work&& work) {
    return in_transaction<BackupTx>(std::forward<Work>(work), [](Transaction::Impl&) {});
  }

  // One function in one round trip, committed by itself: for the hot paths, whose functions begin
  // with `enter` themselves. A connection lost on the way throws OutcomeUnknown.
  template <class... Values>
  Rows call(const Statement& statement, const Values&... values) {
    return call_with(statement, to_params(values...));
  }
  Rows call_with(const Statement& statement, const std::vector<Param>& params);

  PoolFigures figures() const;

  // True when a fresh statement gets an answer.
  bool reachable();

  // The server's version, such as 150020. Throws UnsafeServer below 15.20, as every first use of
  // such a server does; StoreUnavailable when it cannot be reached.
  int server_version();

 private:
  class Pool;
  class Lease;

  template <class Tx, class Work>
  auto with_session(const TokenHash& session, const char* kind, const std::vector<Call>& first,
                    Work&& work) -> std::invoke_result_t<Work&, Tx&> {
    using Answer = std::invoke_result_t<Work&, Tx&>;
    std::unique_ptr<Answer> answer;
    transact([&](Transaction::Impl& impl) {
      auto actor = enter_session(impl, session, first);
      if (kind != nullptr && actor.party_kind != kind) {
        answer = std::make_unique<Answer>(wrong_kind());
        return false;
      }
      Tx tx(impl, std::move(actor));
      answer = std::make_unique<Answer>(work(tx));
      return answer->has_value();
    });
    return std::move(*answer);
  }

  template <class Tx, class Work, class Enter>
  auto in_transaction(Work&& work, Enter&& enter) -> std::invoke_result_t<Work&, Tx&> {
    using Answer = std::invoke_result_t<Work&, Tx&>;
    std::unique_ptr<Answer> answer;
    transact([&](Transaction::Impl& impl) {
      enter(impl);
      Tx tx(impl);
      answer = std::make_unique<Answer>(work(tx));
      return answer->has_value();
    });
    return std::move(*answer);
  }

  // Runs the body in one transaction; commits when it answers true.
  void transact(const std::function<bool(Transaction::Impl&)>& body);
  static Actor enter_session(Transaction::Impl& impl, const TokenHash& session,
                             const std::vector<Call>& first);
  static void enter_job(Transaction::Impl& impl, const JobLease& lease);
  static Problem wrong_kind();

  std::unique_ptr<Pool> pool_;
};

// Statements that the calling thread has run so far: a page's own count is the difference.
std::size_t statements_on_this_thread();
// How often it has waited for the database so far.
std::size_t round_trips_on_this_thread();

}  // namespace onereturn::postgres
