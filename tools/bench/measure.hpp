#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace onereturn::bench {

// One interleaved round of one label: operations a second, and CPU microseconds an operation for
// the service and for PostgreSQL.
struct Round {
  double per_second = 0;
  double service_us = 0;
  double database_us = 0;
};

// What one label came to: medians of its rounds and how far they lie apart (largest / smallest).
struct Figures {
  std::string label;
  std::vector<Round> rounds;

  double per_second() const;
  double service_us() const;
  double database_us() const;
  double spread() const;
  bool noisy() const { return spread() > 1.6; }
};

// Processes whose CPU time is counted: the service's, and a postmaster with its children.
struct Watched {
  std::vector<int> service;
  int postmaster = 0;
};

// CPU time so far, in microseconds.
struct CpuTimes {
  double service = 0;
  double database = 0;
};
CpuTimes cpu_times(const Watched& watched);

// Runs `operation(thread, count)` on `threads` threads until `length` has passed (after a warm-up
// of `warm_up`), closed loop. Rethrows what an operation throws: a wrong answer fails the run.
Round timed_round(const Watched& watched, int threads, std::chrono::milliseconds warm_up,
                  std::chrono::milliseconds length,
                  const std::function<void(int thread, std::int64_t count)>& operation);

double median(std::vector<double> values);

}  // namespace onereturn::bench
