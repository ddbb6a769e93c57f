#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace onereturn::metrics {

// Counters, gauges and histograms of one program, in the form that Prometheus reads. Labels come
// from small fixed sets (route patterns, methods, statuses, kinds of jobs): never ids or texts.
// May be called from any thread.
class Metrics {
 public:
  using Labels = std::vector<std::pair<std::string, std::string>>;

  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // Adds to a counter; the name ends in _total.
  void count(const std::string& name, const Labels& labels = {}, double by = 1);
  // Sets a gauge.
  void gauge(const std::string& name, double value, const Labels& labels = {});
  // Adds a time in seconds to a histogram from 1 ms to 30 s; the name ends in _seconds.
  void time(const std::string& name, double seconds, const Labels& labels = {});

  // Everything, as text exposition format 0.0.4.
  std::string exposition() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::metrics
