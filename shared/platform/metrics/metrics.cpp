#include "platform/metrics/metrics.hpp"

#include <map>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace onereturn::metrics {

namespace {

std::map<std::string, std::string> as_map(const Metrics::Labels& labels) {
  return {labels.begin(), labels.end()};
}

const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                     0.25,  0.5,    1,     2.5,  5,     10,   30};

}  // namespace

// The registry hands out the same family for the same name, so nothing is kept here.
struct Metrics::State {
  prometheus::Registry registry{prometheus::Registry::InsertBehavior::Merge};
};

Metrics::Metrics() : state_{std::make_unique<State>()} {}
Metrics::~Metrics() = default;

void Metrics::count(const std::string& name, const Labels& labels, double by) {
  prometheus::BuildCounter()
      .Name(name)
      .Register(state_->registry)
      .Add(as_map(labels))
      .Increment(by);
}

void Metrics::gauge(const std::string& name, double value, const Labels& labels) {
  prometheus::BuildGauge().Name(name).Register(state_->registry).Add(as_map(labels)).Set(value);
}

void Metrics::time(const std::string& name, double seconds, const Labels& labels) {
  prometheus::BuildHistogram()
      .Name(name)
      .Register(state_->registry)
      .Add(as_map(labels), bounds)
      .Observe(seconds);
}

std::string Metrics::exposition() const {
  return prometheus::TextSerializer{}.Serialize(state_->registry.Collect());
}

}  // namespace onereturn::metrics
