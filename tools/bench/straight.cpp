#include "tools/bench/straight.hpp"

#include <stdexcept>

#include <libpq-fe.h>

namespace onereturn::bench {
namespace {

Straight::Rows rows_of(PGconn* connection, PGresult* result) {
  const auto status = PQresultStatus(result);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
    const std::string message = PQerrorMessage(connection);
    PQclear(result);
    throw std::runtime_error(message);
  }
  Straight::Rows rows;
  for (int row = 0; row < PQntuples(result); ++row) {
    auto& cells = rows.emplace_back();
    for (int column = 0; column < PQnfields(result); ++column) {
      cells.emplace_back(PQgetvalue(result, row, column));
    }
  }
  PQclear(result);
  return rows;
}

std::vector<const char*> values_of(const Straight::Params& params) {
  std::vector<const char*> values;
  values.reserve(params.size());
  for (const auto& param : params)
    values.push_back(param ? param->c_str() : nullptr);
  return values;
}

}  // namespace

class Straight::Connection {
 public:
  explicit Connection(const std::string& settings) : handle(PQconnectdb(settings.c_str())) {
    if (PQstatus(handle) != CONNECTION_OK) {
      const std::string message = PQerrorMessage(handle);
      PQfinish(handle);
      throw std::runtime_error(message);
    }
  }
  ~Connection() { PQfinish(handle); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  PGconn* handle;
};

Straight::Straight(const std::string& settings)
    : connection_(std::make_unique<Connection>(settings)) {}
Straight::~Straight() = default;
Straight::Straight(Straight&&) noexcept = default;

Straight::Rows Straight::execute(const std::string& sql) {
  return rows_of(connection_->handle, PQexec(connection_->handle, sql.c_str()));
}

void Straight::prepare(const std::string& name, const std::string& sql) {
  rows_of(connection_->handle,
          PQprepare(connection_->handle, name.c_str(), sql.c_str(), 0, nullptr));
}

Straight::Rows Straight::run(const std::string& name, const Params& params) {
  const auto values = values_of(params);
  return rows_of(connection_->handle,
                 PQexecPrepared(connection_->handle, name.c_str(), static_cast<int>(values.size()),
                                values.data(), nullptr, nullptr, 0));
}

// One pipeline is one transaction, as the gateway's own begin and commit are.
std::vector<int> Straight::run_all(const std::vector<Step>& steps) {
  auto* handle = connection_->handle;
  PQenterPipelineMode(handle);
  PQsendQueryParams(handle, "begin", 0, nullptr, nullptr, nullptr, nullptr, 0);
  for (const auto& step : steps) {
    const auto values = values_of(step.params);
    PQsendQueryPrepared(handle, step.name.c_str(), static_cast<int>(values.size()), values.data(),
                        nullptr, nullptr, 0);
  }
  PQsendQueryParams(handle, "commit", 0, nullptr, nullptr, nullptr, nullptr, 0);
  PQpipelineSync(handle);
  std::vector<int> counts;
  std::string fault;
  for (std::size_t at = 0; at < steps.size() + 2; ++at) {
    PGresult* result = PQgetResult(handle);
    const auto status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && fault.empty()) {
      fault = "a straight read failed: " + std::string(PQresultErrorMessage(result));
    }
    if (at > 0 && at <= steps.size()) counts.push_back(PQntuples(result));
    PQclear(result);
    PQclear(PQgetResult(handle));
  }
  PQclear(PQgetResult(handle));
  PQexitPipelineMode(handle);
  if (!fault.empty()) throw std::runtime_error(fault);
  return counts;
}

}  // namespace onereturn::bench
