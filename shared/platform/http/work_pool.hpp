#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace onereturn::http {

// A fixed number of threads behind a bounded queue. Work must not throw.
class WorkPool {
 public:
  using Work = std::function<void()>;

  WorkPool(std::size_t threads, std::size_t queue_max);
  // Ends as close() does.
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // Takes the work, or refuses it (false) when the queue is full or the pool is closed.
  [[nodiscard]] bool try_submit(Work work);
  // Does what is queued, then ends the threads. Work that is offered later is refused.
  void close();
  std::size_t queued() const;

 private:
  void run();

  const std::size_t queue_max_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Work> queue_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace onereturn::http
