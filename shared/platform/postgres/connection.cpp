#include "platform/postgres/connection.hpp"

#include <algorithm>
#include <functional>

#include <poll.h>
#include <sys/socket.h>

#include "base/fault.hpp"
#include "platform/postgres/cause.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::postgres {
namespace {

thread_local std::size_t statements_run = 0;
thread_local std::size_t trips_made = 0;

// The library sends one statement and waits. Its connection is opened through this, so that we can
// send several over the same wire.
class OpenWire : public pqxx::connect_direct {
 public:
  using connect_direct::connect_direct;
  handle do_startconnect(handle original) override {
    latest = connect_direct::do_startconnect(original);
    return latest;
  }
  static thread_local handle latest;
};
thread_local pqxx::connectionpolicy::handle OpenWire::latest = nullptr;

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What each use of a connection begins with, so that the one before leaves nothing behind: settings
// and the role. Locks of a session nobody may take, and what was prepared holds no values.
constexpr const char* as_it_was_made[] = {"reset all", "reset role"};

constexpr Statement say_cause{"postgres.cause",
                              "select pg_catalog.set_config('onereturn.request_ref', $1, true),"
                              " pg_catalog.set_config('onereturn.moment', $2, true)"};

constexpr const char* begin_text = "begin isolation level read committed read write";

// What the library would throw for such an answer.
std::exception_ptr failure_in(const PGresult* answer, const char* text) {
  const char* field = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const std::string state = field == nullptr ? "" : field;
  const std::string message = PQresultErrorMessage(answer);
  if (state.empty() || state.starts_with("08")) {
    return std::make_exception_ptr(pqxx::broken_connection(message));
  }
  if (state == "40003") {
    return std::make_exception_ptr(pqxx::statement_completion_unknown(message));
  }
  if (state.starts_with("40")) {
    return std::make_exception_ptr(pqxx::transaction_rollback(message));
  }
  return std::make_exception_ptr(pqxx::sql_error(message, text, state.c_str()));
}

bool is_fine(const PGresult* answer) {
  const auto status = PQresultStatus(answer);
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

Outcome outcome_of(Answer answer, const char* text) {
  if (!is_fine(answer.get())) return {nullptr, failure_in(answer.get(), text)};
  return {std::make_shared<const Rows::Impl>(answer.release()), nullptr};
}

std::vector<const char*> texts_of(const Call& call) {
  std::vector<const char*> texts;
  texts.reserve(call.params.size());
  for (const auto& param : call.params)
    texts.push_back(param ? param->c_str() : nullptr);
  return texts;
}

bool same(const Call& a, const Call& b) {
  return a.statement.text == b.statement.text && a.params == b.params;
}

// libpqxx 6.4 does not hand the constraint's name over; PostgreSQL's messages quote it last, and
// the database is set up to write them in English.
std::string constraint_in(const std::string& message) {
  const std::string before = "constraint \"";
  const auto start = message.rfind(before);
  if (start == std::string::npos) {
    return {};
  }
  const auto from = start + before.size();
  const auto to = message.find('"', from);
  return to == std::string::npos ? std::string() : message.substr(from, to - from);
}

[[noreturn]] void throw_ours(const pqxx::sql_error& error) {
  const auto& state = error.sqlstate();
  if (state == "OR002") {
    throw SessionEnded(error.what());
  }
  if (state == "OR003") {
    throw StaleFence(error.what());
  }
  // Class 23: a rule of the schema; 57P01 to 57P03 and class 53: the server itself.
  if (state.starts_with("23")) {
    throw ConstraintViolated(constraint_in(error.what()), error.what());
  }
  if (state.starts_with("57P0") || state.starts_with("53") || state == "57014" ||
      state == "55P03") {
    throw StoreUnavailable(error.what());
  }
  throw StatementFailed(state, error.what());
}

}  // namespace

std::size_t statements_on_this_thread() { return statements_run; }
std::size_t round_trips_on_this_thread() { return trips_made; }

Rows Outcome::get() const {
  if (failure) std::rethrow_exception(failure);
  return Rows(rows);
}

Connection::Connection(const std::string& settings, std::string lent)
    : connection_(std::make_shared<pqxx::basic_connection_base<OpenWire>>(settings)),
      wire_(OpenWire::latest),
      lent_(std::move(lent)) {}

bool Connection::stale() const {
  pollfd wire{.fd = PQsocket(wire_), .events = POLLIN, .revents = 0};
  return wire.fd < 0 || ::poll(&wire, 1, 0) > 0;
}

bool Connection::at_rest() const { return PQtransactionStatus(wire_) == PQTRANS_IDLE; }

std::string Connection::say(const char* word) {
  ++trips_made;
  const Answer answer(PQexec(wire_, word), PQclear);
  if (!is_fine(answer.get())) std::rethrow_exception(failure_in(answer.get(), word));
  return PQcmdStatus(answer.get());
}

void Connection::cut() { ::shutdown(PQsocket(wire_), SHUT_RDWR); }

// Everything that is sent before one answer is waited for.
class Connection::Pipeline {
 public:
  explicit Pipeline(Connection& connection) : connection_(connection), wire_(connection.wire_) {
    ++trips_made;
    check(PQenterPipelineMode(wire_));
  }

  // A pooler takes its connection back at each sync: there all of it is one transaction. Elsewhere
  // a transaction begins on a connection that is clean already.
  void start(Start how) {
    if (how == Start::next) return;
    const bool lent = !connection_.lent_.empty();
    if (lent && how == Start::block) send_text(begin_text);
    for (const char* text : as_it_was_made)
      send_text(text);
    if (lent) {
      send_text(connection_.lent_.c_str());
    } else {
      check(PQpipelineSync(wire_));
      if (how == Start::block) send_text(begin_text);
    }
  }

  void send(const Call& call) {
    if (!connection_.lent_.empty()) {
      prepares_.push_back(false);
      const auto texts = texts_of(call);
      check(PQsendQueryParams(wire_, call.statement.text, static_cast<int>(texts.size()), nullptr,
                              texts.data(), nullptr, nullptr, 0));
      return;
    }
    const bool fresh = !connection_.known_.contains(call.statement.name) &&
                       std::find(fresh_.begin(), fresh_.end(), call.statement.name) == fresh_.end();
    prepares_.push_back(fresh);
    if (fresh) {
      fresh_.emplace_back(call.statement.name);
      check(PQsendPrepare(wire_, call.statement.name, call.statement.text, 0, nullptr));
    }
    const auto texts = texts_of(call);
    check(PQsendQueryPrepared(wire_, call.statement.name, static_cast<int>(texts.size()),
                              texts.data(), nullptr, nullptr, 0));
  }

  void send_all() { check(PQpipelineSync(wire_)); }

  // The answers to what a run starts with count only when they failed.
  std::exception_ptr read_start(Start how) {
    std::exception_ptr failure;
    const auto read_one = [&] {
      const auto answer = read();
      if (!failure && !is_fine(answer.get())) failure = failure_in(answer.get(), "begin");
    };
    if (how == Start::next) return failure;
    const bool lent = !connection_.lent_.empty();
    for (std::size_t at = 0; at < std::size(as_it_was_made); ++at)
      read_one();
    if (lent) {
      read_one();
    } else {
      read_sync();
    }
    if (how == Start::block) read_one();
    return failure;
  }

  Outcome read(const Call& call, std::size_t at) {
    if (prepares_[at]) {
      auto prepared = read();
      if (is_fine(prepared.get())) {
        connection_.known_.insert(call.statement.name);
      } else if (!failure_) {
        note(*prepared, call);
      }
    }
    auto answer = read();
    if (!is_fine(answer.get()) && !failure_) note(*answer, call);
    return failure_ ? Outcome{nullptr, failure_}
                    : outcome_of(std::move(answer), call.statement.text);
  }

  void end() {
    read_sync();
    check(PQexitPipelineMode(wire_));
  }

 private:
  void send_text(const char* text) {
    check(PQsendQueryParams(wire_, text, 0, nullptr, nullptr, nullptr, nullptr, 0));
  }

  void read_sync() {
    const Answer sync(PQgetResult(wire_), PQclear);
    check(sync != nullptr && PQresultStatus(sync.get()) == PGRES_PIPELINE_SYNC ? 1 : 0);
  }

  // After the first failure the server skips the rest: they fail for the same reason.
  void note(const PGresult& answer, const Call& call) {
    failure_ = failure_in(&answer, call.statement.text);
  }

  Answer read() {
    Answer answer(PQgetResult(wire_), PQclear);
    check(answer == nullptr || PQstatus(wire_) == CONNECTION_BAD ? 0 : 1);
    const Answer end(PQgetResult(wire_), PQclear);
    check(end == nullptr ? 1 : 0);
    return answer;
  }

  void check(int fine) const {
    if (fine == 0) throw pqxx::broken_connection(PQerrorMessage(wire_));
  }

  Connection& connection_;
  PGconn* wire_;
  std::vector<std::string> fresh_;
  std::vector<bool> prepares_;
  std::exception_ptr failure_;
};

std::optional<Outcome> Connection::run_alone(const Call& call) {
  const auto texts = texts_of(call);
  const int count = static_cast<int>(texts.size());
  if (lent_.empty() && !known_.contains(call.statement.name)) return std::nullopt;
  ++trips_made;
  Answer answer(lent_.empty() ? PQexecPrepared(wire_, call.statement.name, count, texts.data(),
                                               nullptr, nullptr, 0)
                              : PQexecParams(wire_, call.statement.text, count, nullptr,
                                             texts.data(), nullptr, nullptr, 0),
                PQclear);
  return outcome_of(std::move(answer), call.statement.text);
}

std::vector<Outcome> Connection::run(Start start, const std::vector<Call>& calls) {
  statements_run += calls.size();
  std::vector<Outcome> outcomes;
  if (start == Start::next && calls.size() == 1) {
    if (auto alone = run_alone(calls.front())) {
      outcomes.push_back(std::move(*alone));
      return outcomes;
    }
  }
  Pipeline pipeline(*this);
  pipeline.start(start);
  for (const auto& call : calls)
    pipeline.send(call);
  pipeline.send_all();
  const auto not_begun = pipeline.read_start(start);
  outcomes.reserve(calls.size());
  for (std::size_t at = 0; at < calls.size(); ++at)
    outcomes.push_back(pipeline.read(calls[at], at));
  pipeline.end();
  if (not_begun) std::rethrow_exception(not_begun);
  return outcomes;
}

Transaction::Impl::~Impl() {
  if (!begun_ || connection_->broken()) return;
  try {
    connection_->say("rollback");
  } catch (const std::exception&) {
    connection_->mark_broken();
  }
}

void Transaction::Impl::ahead(Call call) { queue_.push_back(std::move(call)); }

Rows Transaction::Impl::run(const Call& call) {
  const auto answered = std::find_if(answered_.begin(), answered_.end(),
                                     [&](const Waiting& each) { return same(each.call, call); });
  if (answered != answered_.end()) {
    return take(static_cast<std::size_t>(answered - answered_.begin())).get();
  }
  const bool queued =
      std::any_of(queue_.begin(), queue_.end(), [&](const Call& each) { return same(each, call); });
  if (!queued) queue_.push_back(call);
  // The server would only say that something before has failed.
  if (failure_) std::rethrow_exception(failure_);
  send();
  for (std::size_t at = 0; at < answered_.size(); ++at) {
    if (same(answered_[at].call, call)) return take(at).get();
  }
  throw pqxx::broken_connection("a statement was sent and not answered");
}

Outcome Transaction::Impl::take(std::size_t at) {
  auto outcome = std::move(answered_[at].outcome);
  answered_.erase(answered_.begin() + static_cast<std::ptrdiff_t>(at));
  return outcome;
}

void Transaction::Impl::send() {
  // What enters with a session says it with that.
  if (!started_ && in_block_ && !says_cause_ && !cause_of_this_thread().empty()) {
    queue_.insert(queue_.begin(),
                  call_of(say_cause, cause_of_this_thread(), moment_of_this_thread()));
  }
  const auto start = started_ ? Start::next : in_block_ ? Start::block : Start::plain;
  started_ = true;
  begun_ = in_block_;
  const auto calls = std::exchange(queue_, {});
  // A call by itself commits by itself.
  const auto loss = in_block_ ? fault::Loss::none : fault::take_loss();
  if (loss == fault::Loss::before_commit) connection_->cut();
  auto outcomes = connection_->run(start, calls);
  if (loss == fault::Loss::after_commit) throw pqxx::broken_connection("a test lost it");
  for (std::size_t at = 0; at < calls.size(); ++at) {
    if (in_block_ && !failure_) failure_ = outcomes[at].failure;
    answered_.push_back({calls[at], std::move(outcomes[at])});
  }
}

void Transaction::Impl::commit() {
  if (!begun_) return;
  begun_ = false;
  const auto loss = fault::take_loss();
  if (loss == fault::Loss::before_commit) connection_->cut();
  std::string done;
  try {
    done = connection_->say("commit");
    if (loss == fault::Loss::after_commit) throw pqxx::broken_connection("a test lost it");
  } catch (const pqxx::broken_connection& error) {
    throw pqxx::in_doubt_error(error.what());
  }
  // What was asked ahead and never read may have failed: the server then takes everything back, and
  // says so in this word alone.
  if (done == "COMMIT") return;
  if (failure_) std::rethrow_exception(failure_);
  throw StatementFailed("25P02", "a transaction that had failed was to be committed");
}

void translated(Connection& connection, bool changes_may_stand, const std::function<void()>& body) {
  try {
    body();
  } catch (const pqxx::in_doubt_error& error) {
    connection.mark_broken();
    throw OutcomeUnknown(error.what());
  } catch (const pqxx::statement_completion_unknown& error) {
    connection.mark_broken();
    throw OutcomeUnknown(error.what());
  } catch (const pqxx::transaction_rollback& error) {
    throw TryAgain(error.what());
  } catch (const pqxx::broken_connection& error) {
    connection.mark_broken();
    if (changes_may_stand) {
      throw OutcomeUnknown(error.what());
    }
    throw StoreUnavailable(error.what());
  } catch (const pqxx::sql_error& error) {
    // What we prepared is gone, or somebody else's: a pooler that we were not told of, or worse.
    const auto& state = error.sqlstate();
    if (state == "26000" || state == "42P05") connection.mark_broken();
    throw_ours(error);
  } catch (const pqxx::failure& error) {
    connection.mark_broken();
    throw StoreUnavailable(error.what());
  }
}

}  // namespace onereturn::postgres
