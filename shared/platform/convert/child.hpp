#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace onereturn::convert {

// How a child process ended.
struct Ended {
  bool timed_out = false;
  int code = 0;      // what it answered; 0 too when it was killed
  int signal = 0;    // what killed it; 0: nothing
  std::string said;  // the end of what it wrote to either output. May hold words of a document

  bool well() const { return !timed_out && code == 0 && signal == 0; }
};

// Runs a program, with these settings of its environment and no others, and without anything that
// this process has open. It gets a process group of its own, of which nothing is left when this
// returns, and is killed at the deadline. May be called from any thread. Throws std::system_error
// when it cannot be begun.
Ended run_child(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                std::chrono::milliseconds deadline);

}  // namespace onereturn::convert
