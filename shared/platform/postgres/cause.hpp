#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace onereturn::postgres {

// While it lives, what this thread writes says which request led to it, in the trail and on the
// jobs that it announces; and when that was by the clock that people go by, in the trail. Both go
// out with what enters a transaction and cost no statement of their own there; a transaction that
// enters nothing, as for signing in, sends one together with its first. The database takes 16
// hexadecimal digits and a number, and anything else for nothing. A job's own transactions have
// their request from the job.
class Cause {
 public:
  explicit Cause(std::string request_id, std::optional<Instant> moment = std::nullopt);
  ~Cause();
  Cause(const Cause&) = delete;
  Cause& operator=(const Cause&) = delete;

 private:
  std::string before_;
  std::string moment_before_;
};

// Empty when nothing is known to cause what is done.
const std::string& cause_of_this_thread();
// Microseconds since 1970 in decimal digits; empty when the database's clock is as good.
const std::string& moment_of_this_thread();

}  // namespace onereturn::postgres
