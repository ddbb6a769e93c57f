#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace onereturn::http {

// In whose name work waits, and how much of the queue may wait in it; 0 means all of it.
struct Share {
  std::string whose;
  std::size_t waiting_max = 0;
};

enum class Taken { yes, too_much_of_theirs, full };

// A fixed number of threads behind a bounded queue that is fair: names take turns, however much
// waits in each, and a name with a share never holds every thread. Once names that have nothing
// else waiting wait for longer than `wait_max`, the queue counts as full until it is short: who
// would be answered late is rather turned away at once. Work must not throw.
class WorkPool {
 public:
  using Work = std::function<void()>;

  WorkPool(std::size_t threads, std::size_t queue_max,
           std::chrono::milliseconds wait_max = std::chrono::seconds{2});
  // Ends as close() does.
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // Takes the work, or refuses it when the share is used up, the queue full or the pool closed.
  [[nodiscard]] Taken try_submit(Work work, const Share& share = {});
  // Does what is queued, then ends the threads. Work that is offered later is refused.
  void close();
  std::size_t queued() const;
  // How many names wait or run.
  std::size_t names() const;
  // Threads that are at work.
  std::size_t busy() const { return busy_; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Item {
    Work work;
    Clock::time_point since;
    bool only_one = true;  // nothing else waited in its name
  };
  struct Name {
    std::deque<Item> waiting;
    std::size_t running = 0;
    bool shares = false;
  };
  using Names = std::map<std::string, Name>;

  void run();
  bool is_full() const;
  bool may_begin(const Name& name) const;
  // The first in the order of turns that may begin; end() when none may.
  std::deque<Names::iterator>::iterator next_turn();
  void finish(Names::iterator name);

  const std::size_t queue_max_;
  const std::chrono::milliseconds wait_max_;
  const std::size_t threads_count_;
  const std::size_t running_max_;  // of a name with a share
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  Names names_;                          // that wait or run
  std::deque<Names::iterator> in_turn_;  // those that wait, whose turn is next in front
  std::size_t queued_ = 0;
  Clock::duration waited_{};  // the last one that was the only one of its name
  bool closed_ = false;
  std::atomic<std::size_t> busy_{0};
  std::vector<std::thread> threads_;
};

}  // namespace onereturn::http
