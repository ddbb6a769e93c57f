#pragma once

#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace onereturn::testing {

// A program of ours, or a helper of its, started by a test and always ended with it.
class Process {
 public:
  // Its output goes to a file that output() reads. Only the variables given are set, beside PATH.
  Process(const std::vector<std::string>& command,
          const std::map<std::string, std::string>& variables);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  // Its exit status, or 128 and the signal that ended it. Throws when it runs on.
  int wait(std::chrono::milliseconds patience);
  std::string output() const;
  pid_t id() const { return id_; }

 private:
  pid_t id_ = -1;
  std::string folder_;
};

// True once `condition` holds; false when it did not within `patience`.
template <class Condition>
bool eventually(Condition&& condition, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > until) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

// A new folder for sockets and files, short enough for a socket's path.
std::string make_folder();

}  // namespace onereturn::testing
