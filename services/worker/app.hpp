#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "platform/config/settings.hpp"
#include "platform/log/log.hpp"
#include "platform/postgres/database.hpp"
#include "worker/work_loop.hpp"

namespace onereturn::worker {

// The whole program, built in one place: database, queue, threads, and an ear for Redis.
class App {
 public:
  // Starts to work at once. Redis may be away, the database too: both are tried again for ever.
  App(const config::WorkerSettings& settings, log::Logger& log);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Finishes what runs, gives back what waits. False when it took longer than the settings allow.
  bool stop();

 private:
  void listen();

  const config::WorkerSettings settings_;
  log::Logger& log_;
  postgres::Database database_;
  fan_out::FrozenAtHand at_hand_;
  std::unique_ptr<storage::Store> evidence_;
  Services services_;
  WorkLoop loop_;
  std::atomic<bool> stopping_{false};
  std::thread listener_;
};

}  // namespace onereturn::worker
