#include "platform/http/work_pool.hpp"

#include <utility>

namespace onereturn::http {

WorkPool::WorkPool(std::size_t threads, std::size_t queue_max) : queue_max_{queue_max} {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { run(); });
  }
}

WorkPool::~WorkPool() { close(); }

bool WorkPool::try_submit(Work work) {
  {
    const std::lock_guard lock{mutex_};
    if (closed_ || queue_.size() >= queue_max_) {
      return false;
    }
    queue_.push_back(std::move(work));
  }
  ready_.notify_one();
  return true;
}

void WorkPool::close() {
  {
    const std::lock_guard lock{mutex_};
    closed_ = true;
  }
  ready_.notify_all();
  for (auto& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

std::size_t WorkPool::queued() const {
  const std::lock_guard lock{mutex_};
  return queue_.size();
}

void WorkPool::run() {
  for (;;) {
    Work work;
    {
      std::unique_lock lock{mutex_};
      ready_.wait(lock, [this] { return closed_ || !queue_.empty(); });
      if (queue_.empty()) {
        return;
      }
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

}  // namespace onereturn::http
