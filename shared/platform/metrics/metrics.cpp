#include "platform/metrics/metrics.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "platform/metrics/process_figures.hpp"

namespace onereturn::metrics {

namespace {

const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                     0.25,  0.5,    1,     2.5,  5,     10,   30};

using LabelMap = std::map<std::string, std::string>;

bool has_labels(const Figure& figure, const LabelMap& labels) {
  return labels.size() == figure.labels.size() &&
         std::all_of(figure.labels.begin(), figure.labels.end(),
                     [&](const std::string& name) { return labels.contains(name); });
}

}  // namespace

void Counter::add(double by) const {
  if (row_ != nullptr) {
    row_->Increment(by);
  }
}

void Counter::raise_to(double total) const {
  if (row_ != nullptr) {
    row_->Increment(std::max(0.0, total - row_->Value()));
  }
}

void Gauge::set(double value) const {
  if (row_ != nullptr) {
    row_->Set(value);
  }
}

void Gauge::add(double by) const {
  if (row_ != nullptr) {
    row_->Increment(by);
  }
}

void Histogram::time(double seconds) const {
  if (row_ != nullptr) {
    row_->Observe(seconds);
  }
}

struct Metrics::State {
  struct Listed {
    Figure figure;
    prometheus::Family<prometheus::Counter>* counters = nullptr;
    prometheus::Family<prometheus::Gauge>* gauges = nullptr;
    prometheus::Family<prometheus::Histogram>* histograms = nullptr;
    // Rows that can be taken away again: of gauges only.
    std::map<LabelMap, prometheus::Gauge*> rows = {};
  };

  void list(const Figure& figure) {
    Listed listed{figure};
    const auto made = [&](auto builder) -> auto& {
      return builder.Name(figure.name).Help(figure.help).Register(registry);
    };
    switch (figure.kind) {
      case Kind::counter:
        listed.counters = &made(prometheus::BuildCounter());
        break;
      case Kind::gauge:
        listed.gauges = &made(prometheus::BuildGauge());
        break;
      case Kind::histogram:
        listed.histograms = &made(prometheus::BuildHistogram());
        break;
    }
    figures.emplace(figure.name, std::move(listed));
  }

  Listed& find(const std::string& name, Kind kind, const LabelMap& labels) {
    const auto found = figures.find(name);
    if (found == figures.end() || found->second.figure.kind != kind ||
        !has_labels(found->second.figure, labels)) {
      throw std::logic_error{"the list of figures does not have " + name + " like this"};
    }
    return found->second;
  }

  prometheus::Registry registry;
  std::map<std::string, Listed> figures;
  std::mutex rows_mutex;
  std::mutex exposing;
  std::function<void(Metrics&)> read;
};

Metrics::Metrics(const Figures& figures) : state_{std::make_unique<State>()} {
  for (const auto& figure : figures) {
    state_->list(figure);
  }
  for (const auto& figure : figures_of_a_process()) {
    state_->list(figure);
  }
}

Metrics::~Metrics() = default;

Counter Metrics::counter(const std::string& name, const Labels& labels) {
  const LabelMap map{labels.begin(), labels.end()};
  return Counter{&state_->find(name, Kind::counter, map).counters->Add(map)};
}

Gauge Metrics::gauge(const std::string& name, const Labels& labels) {
  const LabelMap map{labels.begin(), labels.end()};
  auto& listed = state_->find(name, Kind::gauge, map);
  const std::lock_guard lock{state_->rows_mutex};
  auto*& row = listed.rows[map];
  if (row == nullptr) {
    row = &listed.gauges->Add(map);
  }
  return Gauge{row};
}

Histogram Metrics::histogram(const std::string& name, const Labels& labels) {
  const LabelMap map{labels.begin(), labels.end()};
  return Histogram{&state_->find(name, Kind::histogram, map).histograms->Add(map, bounds)};
}

void Metrics::clear(const std::string& name) {
  const auto found = state_->figures.find(name);
  if (found == state_->figures.end() || found->second.gauges == nullptr) {
    throw std::logic_error{"the list of figures has no gauge " + name};
  }
  const std::lock_guard lock{state_->rows_mutex};
  for (const auto& [labels, row] : found->second.rows) {
    found->second.gauges->Remove(row);
  }
  found->second.rows.clear();
}

void Metrics::before_exposition(std::function<void(Metrics&)> read) {
  state_->read = std::move(read);
}

std::string Metrics::exposition() {
  const std::lock_guard lock{state_->exposing};
  read_process(*this);
  if (state_->read) {
    state_->read(*this);
  }
  return prometheus::TextSerializer{}.Serialize(state_->registry.Collect());
}

}  // namespace onereturn::metrics
