#include "platform/watching/stores.hpp"

namespace onereturn::watching {

namespace {

using metrics::Kind;
using metrics::Metrics;

double number(std::uint64_t value) { return static_cast<double>(value); }

}  // namespace

const metrics::Figures& figures_of_stores() {
  static const metrics::Figures all{
      {"onereturn_database_reachable", Kind::gauge, {}, "1 while the database answers."},
      {"onereturn_database_connections",
       Kind::gauge,
       {"login", "state"},
       "Connections to the database, in use or idle."},
      {"onereturn_database_connections_max", Kind::gauge, {"login"}, "So many may be open."},
      {"onereturn_database_waiting",
       Kind::gauge,
       {"login"},
       "Threads that wait for a connection to the database."},
      {"onereturn_database_taken_total", Kind::counter, {"login"}, "Connections lent to a work."},
      {"onereturn_database_waits_total",
       Kind::counter,
       {"login"},
       "Of those, how many had to wait."},
      {"onereturn_database_wait_seconds_total",
       Kind::counter,
       {"login"},
       "How long they waited in all."},
      {"onereturn_database_wait_timeouts_total",
       Kind::counter,
       {"login"},
       "Works that gave up waiting and were answered 503."},
      {"onereturn_database_opened_total", Kind::counter, {"login"}, "Connections made."},
      {"onereturn_database_open_failures_total",
       Kind::counter,
       {"login"},
       "Connections that could not be made."},
      {"onereturn_database_lost_total", Kind::counter, {"login"}, "Connections that broke."},
      {"onereturn_redis_breaker_open",
       Kind::gauge,
       {},
       "1 while Redis is left alone because it was away lately."},
      {"onereturn_redis_calls_total",
       Kind::counter,
       {"outcome"},
       "Calls that wake workers, ok or failed; a failed one delays work to the next sweep."},
  };
  return all;
}

void read_pool(Metrics& metrics, const std::string& login, const postgres::PoolFigures& pool) {
  const Metrics::Labels labels{{"login", login}};
  metrics.gauge("onereturn_database_connections", {{"login", login}, {"state", "in_use"}})
      .set(number(pool.in_use));
  metrics.gauge("onereturn_database_connections", {{"login", login}, {"state", "idle"}})
      .set(number(pool.idle));
  metrics.gauge("onereturn_database_connections_max", labels).set(number(pool.connections_max));
  metrics.gauge("onereturn_database_waiting", labels).set(number(pool.waiting));
  metrics.counter("onereturn_database_taken_total", labels).raise_to(number(pool.taken_total));
  metrics.counter("onereturn_database_waits_total", labels).raise_to(number(pool.waits_total));
  metrics.counter("onereturn_database_wait_seconds_total", labels)
      .raise_to(pool.wait_seconds_total);
  metrics.counter("onereturn_database_wait_timeouts_total", labels)
      .raise_to(number(pool.timeouts_total));
  metrics.counter("onereturn_database_opened_total", labels).raise_to(number(pool.opened_total));
  metrics.counter("onereturn_database_open_failures_total", labels)
      .raise_to(number(pool.open_failed_total));
  metrics.counter("onereturn_database_lost_total", labels).raise_to(number(pool.lost_total));
}

void read_wake(Metrics& metrics, const redis::WakeFigures& wake) {
  metrics.gauge("onereturn_redis_breaker_open").set(wake.breaker_open ? 1 : 0);
  metrics.counter("onereturn_redis_calls_total", {{"outcome", "ok"}})
      .raise_to(number(wake.rung_total));
  metrics.counter("onereturn_redis_calls_total", {{"outcome", "failed"}})
      .raise_to(number(wake.failed_total));
}

}  // namespace onereturn::watching
