#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "platform/metrics/metrics.hpp"
#include "platform/postgres/backlog.hpp"

namespace onereturn::worker {

// Every figure of the worker.
const metrics::Figures& figures();

// Shows 0 for what an alert looks at: a row that begins with its first event shows no increase.
void begin_at_zero(metrics::Metrics& metrics, const std::vector<std::string>& kinds);

// What waits in the database, read now and then by one thread and shown at each scrape: a scrape
// never asks the database, and what cannot be read any more is not shown with its last value.
class Backlog {
 public:
  explicit Backlog(postgres::Database& database) : database_(database) {}

  // Asks the database. Throws StoreUnavailable, OutcomeUnknown; then nothing is known.
  void read();
  void show(metrics::Metrics& metrics) const;

 private:
  struct Reading {
    std::chrono::system_clock::time_point at;
    postgres::Backlog backlog;
  };

  postgres::Database& database_;
  mutable std::mutex mutex_;
  std::optional<Reading> reading_;
};

}  // namespace onereturn::worker
