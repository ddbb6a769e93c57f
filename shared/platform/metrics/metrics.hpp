#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
}  // namespace prometheus

namespace onereturn::metrics {

enum class Kind { counter, gauge, histogram };

// One figure that a program shows. Only what is listed can be counted, and every list is printed
// in docs/guides/watching.md, so that none is shown that nobody can look up.
struct Figure {
  std::string name;  // a counter ends in _total, a time in _seconds, a size in _bytes
  Kind kind = Kind::gauge;
  std::vector<std::string> labels;  // from small fixed sets: never ids, names or texts
  std::string help;                 // one sentence for whoever is on call
};
using Figures = std::vector<Figure>;

// What every program shows of itself: its build, memory, files, threads, time on a processor.
const Figures& figures_of_a_process();

// Handles on one row of a figure. They cost a look-up once and a few atomic instructions at each
// use, live as long as their Metrics, and may be used from any thread. One that is empty does
// nothing.
class Counter {
 public:
  Counter() = default;
  explicit Counter(prometheus::Counter* row) : row_{row} {}
  void add(double by = 1) const;
  // Follows a total that something else counts. Never goes down.
  void raise_to(double total) const;
  explicit operator bool() const { return row_ != nullptr; }

 private:
  prometheus::Counter* row_ = nullptr;
};

class Gauge {
 public:
  Gauge() = default;
  explicit Gauge(prometheus::Gauge* row) : row_{row} {}
  void set(double value) const;
  void add(double by) const;

 private:
  prometheus::Gauge* row_ = nullptr;
};

class Histogram {
 public:
  Histogram() = default;
  explicit Histogram(prometheus::Histogram* row) : row_{row} {}
  // Into buckets from 1 ms to 30 s.
  void time(double seconds) const;

 private:
  prometheus::Histogram* row_ = nullptr;
};

// The figures of one program, in the form that Prometheus reads. May be called from any thread.
class Metrics {
 public:
  using Labels = std::vector<std::pair<std::string, std::string>>;

  // Shows these, and those of every process.
  explicit Metrics(const Figures& figures);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // The row with these labels, made when it was not there. Throws std::logic_error for a figure
  // that is not listed, is of another kind or has other labels.
  Counter counter(const std::string& name, const Labels& labels = {});
  Gauge gauge(const std::string& name, const Labels& labels = {});
  Histogram histogram(const std::string& name, const Labels& labels = {});

  // For what happens seldom: look up and count at once.
  void count(const std::string& name, const Labels& labels = {}) { counter(name, labels).add(); }

  // Takes every row of a gauge away, so that what is gone is not shown with its last value.
  void clear(const std::string& name);

  // Called before each exposition, by one thread at a time: the moment to read what others count.
  void before_exposition(std::function<void(Metrics&)> read);

  // Everything, as text exposition format 0.0.4.
  std::string exposition();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::metrics
