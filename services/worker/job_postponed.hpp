#pragma once

#include <chrono>
#include <stdexcept>
#include <string>

namespace onereturn::worker {

// Something outside is away that the job needs: it waits, and no try is counted against it. The
// reason is a sentence for the operator.
class JobPostponed : public std::runtime_error {
 public:
  JobPostponed(std::chrono::seconds delay, const std::string& reason)
      : std::runtime_error(reason), delay_(delay) {}

  std::chrono::seconds delay() const { return delay_; }

 private:
  std::chrono::seconds delay_;
};

}  // namespace onereturn::worker
