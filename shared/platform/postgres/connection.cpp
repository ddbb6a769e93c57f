#include "platform/postgres/connection.hpp"

#include <functional>

#include <poll.h>

#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::postgres {
namespace {

thread_local std::size_t statements_run = 0;

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

bool Connection::stale() const {
  pollfd wire{.fd = connection_.sock(), .events = POLLIN, .revents = 0};
  return wire.fd < 0 || ::poll(&wire, 1, 0) > 0;
}

void Connection::know(const Statement& statement) {
  if (known_.insert(statement.name).second) {
    connection_.prepare(statement.name, statement.text);
  }
}

pqxx::result Transaction::Impl::run(const Statement& statement, const std::vector<Param>& params) {
  ++statements_run;
  connection_->know(statement);
  std::vector<const char*> texts;
  texts.reserve(params.size());
  for (const auto& param : params) {
    texts.push_back(param ? param->c_str() : nullptr);
  }
  return transaction_->exec_prepared(statement.name, pqxx::prepare::make_dynamic_params(texts));
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
    throw_ours(error);
  } catch (const pqxx::failure& error) {
    connection.mark_broken();
    throw StoreUnavailable(error.what());
  }
}

}  // namespace onereturn::postgres
