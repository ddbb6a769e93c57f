#include "worker/jobs.hpp"

#include "worker/jobs/fan_out/deliver_copy.hpp"

namespace onereturn::worker {

const std::vector<JobKind>& job_kinds() {
  static const std::vector<JobKind> kinds = {
      {"deliver", deliver_copy},
  };
  return kinds;
}

}  // namespace onereturn::worker
