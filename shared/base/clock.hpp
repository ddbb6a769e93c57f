#pragma once

#include <chrono>
#include <functional>

#include "base/date.hpp"

namespace onereturn {

// Where business time comes from; leases and sessions use the database's clock instead.
using Clock = std::function<Instant()>;

// The computer's clock.
inline Clock system_clock() {
  return [] {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  };
}

// Starts at `start` and goes on at the ordinary pace: a demonstration's own day.
inline Clock shifted_clock(Instant start) {
  return [start, began = std::chrono::steady_clock::now()] {
    return start +
           std::chrono::floor<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  };
}

// Stands still: for tests.
inline Clock frozen_clock(Instant at) {
  return [at] { return at; };
}

}  // namespace onereturn
