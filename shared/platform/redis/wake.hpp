#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace onereturn::redis {

// Redis only wakes workers and spreads work: the database's queue is what counts. Nothing in here
// throws, nothing waits longer than `call_max`, and while Redis is away every call gives up at
// once until it is tried again.
struct Address {
  std::string place;  // a socket's path ("/…") or "host:port"; "" for no Redis at all
  std::chrono::milliseconds call_max{200};
  std::chrono::milliseconds retry_first{500};  // after a failure; doubles up to retry_last
  std::chrono::milliseconds retry_last{10'000};
};

// How the way to Redis stands, and what it has counted.
struct WakeFigures {
  bool breaker_open = false;  // Redis was away lately: calls give up at once
  std::uint64_t rung_total = 0;
  std::uint64_t failed_total = 0;  // did not get there; the workers' sweep finds the work
};

// Tells workers that there is something to do. May be called from any thread.
class Wake {
 public:
  explicit Wake(Address address, std::string stream = "onereturn:jobs");
  ~Wake();
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;

  // Adds one message with an opaque word, such as a kind of job. False when it did not get there.
  bool ring(std::string_view word) noexcept;

  // Never waits for a call that is being made.
  WakeFigures figures() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A worker's ear: waits for messages as one consumer of a group, on a connection of its own. For
// one thread.
class Ear {
 public:
  Ear(Address address, std::string consumer, std::string stream = "onereturn:jobs",
      std::string group = "workers");
  ~Ear();
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;

  enum class Heard { something, nothing, away };

  // Waits up to `wait_max` for a message and takes up to `count_max`. The group is made, from the
  // stream's beginning, when it is not there. `away` comes back at once and means: sleep and
  // sweep. After `away` has turned into anything else, sweep too: messages may have been lost.
  Heard listen(std::chrono::milliseconds wait_max, int count_max = 32) noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::redis
