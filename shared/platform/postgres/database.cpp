#include "platform/postgres/database.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include "base/ensure.hpp"
#include "platform/postgres/cause.hpp"
#include "platform/postgres/connection.hpp"
#include "platform/postgres/server_version.hpp"

namespace onereturn::postgres {
namespace {

constexpr int tries_max = 3;

constexpr Statement enter_with_session{
    "postgres.enter",
    "select e.* from identity.enter($1::bytea) as e,"
    " pg_catalog.set_config('onereturn.request_ref', $2::text, true) as ref,"
    " pg_catalog.set_config('onereturn.moment', $3::text, true) as moment"};
constexpr Statement enter_with_job{
    "postgres.enter_job",
    "select e.* from identity.enter_job($1::uuid, $2::bigint) as e,"
    " pg_catalog.set_config('onereturn.moment', $3::text, true) as moment"};
constexpr Statement ping{"postgres.ping", "select 1 as one"};

// What holds for the whole connection, when it is ours.
std::string full_settings(const Database::Settings& settings) {
  if (settings.lent) return settings.connection;
  return settings.connection + " options='-c TimeZone=UTC -c DateStyle=ISO" +
         " -c statement_timeout=" + std::to_string(settings.statement_timeout.count()) +
         " -c idle_in_transaction_session_timeout=60000'";
}

// The same for one transaction on a connection that is lent.
std::string lent_settings(const Database::Settings& settings) {
  if (!settings.lent) return {};
  return "select pg_catalog.set_config('TimeZone', 'UTC', true),"
         " pg_catalog.set_config('DateStyle', 'ISO', true),"
         " pg_catalog.set_config('statement_timeout', '" +
         std::to_string(settings.statement_timeout.count()) +
         "', true), pg_catalog.set_config('idle_in_transaction_session_timeout', '60000', true)";
}

void wait_with_jitter(int tries) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::uniform_int_distribution<int> spread(1, 10 * tries);
  std::this_thread::sleep_for(std::chrono::milliseconds(spread(random)));
}

}  // namespace

class Database::Pool {
 public:
  explicit Pool(Settings settings)
      : settings_(std::move(settings)),
        connection_text_(full_settings(settings_)),
        lent_text_(lent_settings(settings_)) {}

  std::unique_ptr<Connection> take() {
    std::unique_lock lock(mutex_);
    wait_for_one(lock);
    // A restart of the server cuts connections that rest. They are found out here, so that no
    // request fails for it.
    while (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      if (!connection->stale()) {
        return connection;
      }
      --open_;
      ++figures_.lost_total;
    }
    ++open_;
    ++figures_.opened_total;
    lock.unlock();
    return connect();
  }

  void give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    // A commit that is cancelled before it begins leaves its transaction open.
    if (connection->broken() || !connection->at_rest()) {
      --open_;
      ++figures_.lost_total;
    } else {
      idle_.push_back(std::move(connection));
    }
    changed_.notify_one();
  }

  // After an outage every idle connection is dead; new ones are made as they are asked for.
  void forget_idle() {
    const std::lock_guard lock(mutex_);
    open_ -= idle_.size();
    figures_.lost_total += idle_.size();
    idle_.clear();
    changed_.notify_all();
  }

  PoolFigures figures() const {
    const std::lock_guard lock(mutex_);
    PoolFigures now = figures_;
    now.connections_max = settings_.connections_max;
    now.idle = idle_.size();
    now.in_use = open_ - idle_.size();
    return now;
  }

 private:
  // Only whoever has to wait is timed: a clock costs more than an idle connection does.
  void wait_for_one(std::unique_lock<std::mutex>& lock) {
    const auto free = [&] { return !idle_.empty() || open_ < settings_.connections_max; };
    ++figures_.taken_total;
    if (free()) {
      return;
    }
    ++figures_.waits_total;
    ++figures_.waiting;
    const auto began = std::chrono::steady_clock::now();
    const bool got = changed_.wait_for(lock, settings_.wait_max, free);
    figures_.wait_seconds_total +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    --figures_.waiting;
    if (!got) {
      ++figures_.timeouts_total;
      throw StoreUnavailable("every database connection is busy");
    }
  }

  std::unique_ptr<Connection> connect() {
    try {
      auto connection = std::make_unique<Connection>(connection_text_, lent_text_);
      refuse_unsafe_server(connection->raw().server_version());
      return connection;
    } catch (const UnsafeServer&) {
      forget_one();
      throw;
    } catch (const std::exception& error) {
      forget_one();
      throw StoreUnavailable(error.what());
    }
  }

  void forget_one() {
    const std::lock_guard lock(mutex_);
    --open_;
    --figures_.opened_total;
    ++figures_.open_failed_total;
    changed_.notify_one();
  }

  const Settings settings_;
  const std::string connection_text_;
  const std::string lent_text_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t open_ = 0;
  PoolFigures figures_;
};

// A connection on loan, given back whatever happens.
class Database::Lease {
 public:
  explicit Lease(Pool& pool) : pool_(pool), connection_(pool.take()) {}
  ~Lease() {
    const bool lost = connection_->broken();
    pool_.give_back(std::move(connection_));
    if (lost) {
      pool_.forget_idle();
    }
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Connection& operator*() { return *connection_; }

 private:
  Pool& pool_;
  std::unique_ptr<Connection> connection_;
};

Rows Transaction::run_with(const Statement& statement, const std::vector<Param>& params) {
  std::optional<Rows> rows;
  translated(impl_->connection(), false, [&] { rows = impl_->run({statement, params}); });
  return *std::move(rows);
}

void Transaction::ahead_with(Call call) { impl_->ahead(std::move(call)); }

Database::Database(Settings settings) : pool_(std::make_unique<Pool>(std::move(settings))) {}
Database::~Database() = default;

void Database::transact(const std::function<bool(Transaction::Impl&)>& body) {
  for (int tries = 1;; ++tries) {
    try {
      Lease connection(*pool_);
      translated(*connection, false, [&] {
        Transaction::Impl impl(*connection, true);
        if (body(impl)) {
          impl.commit();
        }
      });
      return;
    } catch (const TryAgain& again) {
      if (tries == tries_max) {
        throw StoreUnavailable(again.what());
      }
    }
    wait_with_jitter(tries);
  }
}

Rows Database::call_with(const Statement& statement, const std::vector<Param>& params) {
  for (int tries = 1;; ++tries) {
    try {
      Lease connection(*pool_);
      std::optional<Rows> rows;
      translated(*connection, true, [&] {
        Transaction::Impl impl(*connection, false);
        rows = impl.run({statement, params});
      });
      return *std::move(rows);
    } catch (const TryAgain& again) {
      if (tries == tries_max) {
        throw StoreUnavailable(again.what());
      }
    }
    wait_with_jitter(tries);
  }
}

Actor Database::enter_session(Transaction::Impl& impl, const TokenHash& session,
                              const std::vector<Call>& first) {
  const Call enter{enter_with_session,
                   {to_bytea(session.bytes), cause_of_this_thread(), moment_of_this_thread()}};
  impl.says_cause();
  impl.ahead(enter);
  for (const auto& call : first)
    impl.ahead(call);
  const Rows rows = impl.run(enter);
  const Row row = rows.one();
  return Actor{.person = row.id<PersonId>("person_id"),
               .person_name = row.text("person_name"),
               .party = row.id<PartyId>("party_id"),
               .party_name = row.text("party_name"),
               .party_kind = row.text("party_kind"),
               .role = row.text("role"),
               .unit = row.id_if<UnitId>("unit_id")};
}

void Database::enter_job(Transaction::Impl& impl, const JobLease& lease) {
  impl.run(call_of(enter_with_job, lease.job, lease.fence, moment_of_this_thread()));
}

Problem Database::wrong_kind() {
  return Problem{.code = ProblemCode::forbidden,
                 .key = "not-permitted",
                 .detail = "Your present role cannot open this. Change role and try again."};
}

int Database::server_version() {
  Lease connection(*pool_);
  return (*connection).raw().server_version();
}

PoolFigures Database::figures() const { return pool_->figures(); }

bool Database::reachable() {
  try {
    return call(ping).size() == 1;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace onereturn::postgres
