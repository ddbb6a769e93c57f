#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tools/load/connection.hpp"
#include "tools/load/script.hpp"

namespace onereturn::load {

// What came of one step.
struct Result {
  int status = 0;            // 0: no answer came to what had been sent
  std::int64_t lag_us = 0;   // planned until this program got to it
  std::int64_t took_us = 0;  // planned until the last byte of the answer
  int tries = 0;             // connections that were closed before anything was sent on them
  bool says_when_to_return = false;
  std::string why;  // when no answer came
};

struct PlayerSettings {
  int connections_per_seat = 150;
  std::int64_t patience_us = 30'000'000;  // for one answer
  int tries_max = 500;                    // to be connected at all
  // The ports that are ready just now, asked again and again.
  std::function<std::vector<int>()> ports;
};

// Sends every step at its time, whatever came of those before: nobody waits for anybody. What finds
// no idle connection opens one, as a new person does. Latencies count from the planned time.
class Player {
 public:
  Player(const Terms& terms, PlayerSettings settings, const std::vector<Step>& steps);
  ~Player();
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  // Returns one result a step.
  std::vector<Result> play();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::load
