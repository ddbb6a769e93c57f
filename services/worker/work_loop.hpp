#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Threads that claim due jobs and do them, one at a time each. They look again when they are
// woken, and every `sweep` in any case, so that nothing depends on being woken. A thread begins
// with one job and takes twice as many each time it got all it asked for: a short queue is shared,
// a long one does not cost a claim for each job.
class WorkLoop {
 public:
  struct Settings {
    std::size_t threads = 4;
    int claim_max = 4;  // jobs that one thread holds at once: few, so that threads share fairly
    std::chrono::seconds lease{60};
    // Papers have threads of their own, one for each lane ("make_paper"): nothing else waits for
    // them, and no short one for a long one.
    std::vector<std::string> paper_lanes = {};
    std::chrono::seconds paper_lease{300};  // longer than making one may take: paper::lease_of
    std::chrono::milliseconds sweep{2000};
    std::chrono::minutes housekeeping{60};
    std::function<void()> look = {};  // called now and then, for whoever watches; may throw
    std::chrono::seconds look_every{15};
    std::chrono::seconds seal{3};     // after which a party's new entries are sealed
    std::chrono::seconds anchor{60};  // how often what was sealed is written down outside
  };

  // Starts the threads. `kinds` and `services` outlive the loop.
  WorkLoop(Settings settings, const std::vector<JobKind>& kinds, Services& services);
  // Stops as stop() does, and waits for as long as it takes.
  ~WorkLoop();
  WorkLoop(const WorkLoop&) = delete;
  WorkLoop& operator=(const WorkLoop&) = delete;

  // There may be something to do. From any thread.
  void wake();

  // Claims no more, finishes the jobs that run, gives the claimed ones back. True when every
  // thread was done within `patience`.
  bool stop(std::chrono::milliseconds patience);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::worker
