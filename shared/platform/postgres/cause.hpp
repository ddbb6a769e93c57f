#pragma once

#include <string>

namespace onereturn::postgres {

// While it lives, what this thread writes says which request led to it: in the trail, and on the
// jobs that it announces. It goes out with what enters a transaction and costs no statement of its
// own there; a transaction that enters nothing, as for signing in, sends one together with its
// first. The database takes 16 hexadecimal digits, and anything else for nothing. A job's own
// transactions have its cause from the job.
class Cause {
 public:
  explicit Cause(std::string request_id);
  ~Cause();
  Cause(const Cause&) = delete;
  Cause& operator=(const Cause&) = delete;

 private:
  std::string before_;
};

// Empty when nothing is known to cause what is done.
const std::string& cause_of_this_thread();

}  // namespace onereturn::postgres
