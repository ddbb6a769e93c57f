#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "platform/config/settings.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/standing.hpp"
#include "platform/watching/watch.hpp"
#include "worker/figures.hpp"
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

  // Jobs can be claimed now. Never waits.
  bool ready() const { return !stopping_ && standing_.reachable(); }

 private:
  void listen();
  void show(metrics::Metrics& metrics) const;

  const config::WorkerSettings settings_;
  log::Logger& log_;
  metrics::Metrics metrics_{figures()};
  postgres::Database database_;
  postgres::Standing standing_;
  Backlog backlog_{database_};
  fan_out::FrozenAtHand at_hand_;
  std::unique_ptr<storage::Store> evidence_;
  std::unique_ptr<storage::AnchorStore> anchors_;
  Services services_;
  WorkLoop loop_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> redis_away_{false};
  std::thread listener_;
  watching::Watch watch_;
};

}  // namespace onereturn::worker
