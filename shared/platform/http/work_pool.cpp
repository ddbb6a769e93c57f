#include "platform/http/work_pool.hpp"

#include <algorithm>
#include <utility>

namespace onereturn::http {

WorkPool::WorkPool(std::size_t threads, std::size_t queue_max, std::chrono::milliseconds wait_max)
    : queue_max_{queue_max},
      wait_max_{wait_max},
      threads_count_{threads},
      running_max_{std::max<std::size_t>(1, threads - threads / 4)} {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { run(); });
  }
}

WorkPool::~WorkPool() { close(); }

Taken WorkPool::try_submit(Work work, const Share& share) {
  {
    const std::lock_guard lock{mutex_};
    if (is_full()) {
      return Taken::full;
    }
    const auto known = names_.find(share.whose);
    const std::size_t theirs = known == names_.end() ? 0 : known->second.waiting.size();
    if (share.waiting_max > 0 && theirs >= share.waiting_max) {
      return Taken::too_much_of_theirs;
    }
    const auto name = names_.try_emplace(share.whose).first;
    name->second.shares = share.waiting_max > 0;
    if (theirs == 0) {
      in_turn_.push_back(name);
    }
    name->second.waiting.push_back({std::move(work), Clock::now(), theirs == 0});
    ++queued_;
  }
  ready_.notify_one();
  return Taken::yes;
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
  return queued_;
}

std::size_t WorkPool::names() const {
  const std::lock_guard lock{mutex_};
  return names_.size();
}

bool WorkPool::is_full() const {
  const bool is_slow = waited_ > wait_max_ && queued_ >= threads_count_;
  return closed_ || queued_ >= queue_max_ || is_slow;
}

bool WorkPool::may_begin(const Name& name) const {
  return !name.shares || name.running < running_max_;
}

std::deque<WorkPool::Names::iterator>::iterator WorkPool::next_turn() {
  return std::find_if(in_turn_.begin(), in_turn_.end(),
                      [this](const auto& name) { return may_begin(name->second); });
}

void WorkPool::finish(Names::iterator name) {
  --name->second.running;
  if (name->second.waiting.empty()) {
    if (name->second.running == 0) {
      names_.erase(name);
    }
  } else if (name->second.shares) {
    // A thread may have gone to sleep because this name held its share of them.
    ready_.notify_one();
  }
}

void WorkPool::run() {
  std::unique_lock lock{mutex_};
  for (;;) {
    auto turn = in_turn_.end();
    ready_.wait(lock, [&] {
      turn = next_turn();
      return turn != in_turn_.end() || (closed_ && queued_ == 0);
    });
    if (turn == in_turn_.end()) {
      return;
    }
    const auto name = *turn;
    in_turn_.erase(turn);
    Item item = std::move(name->second.waiting.front());
    name->second.waiting.pop_front();
    if (item.only_one) {
      waited_ = Clock::now() - item.since;
    }
    --queued_;
    ++name->second.running;
    if (!name->second.waiting.empty()) {
      in_turn_.push_back(name);
    }
    ++busy_;
    lock.unlock();
    item.work();
    item.work = nullptr;
    lock.lock();
    --busy_;
    finish(name);
    if (closed_) {
      ready_.notify_all();
    }
  }
}

}  // namespace onereturn::http
