#include "gateway/figures.hpp"

#include <algorithm>

#include "gateway/routes.hpp"
#include "gateway/services.hpp"
#include "platform/watching/stores.hpp"

namespace onereturn::gateway {

namespace {

using metrics::Kind;
using metrics::Metrics;

constexpr std::array<std::string_view, 7> methods{"GET",   "HEAD",   "POST", "PUT",
                                                  "PATCH", "DELETE", ""};
constexpr std::array<int, 28> statuses{200, 201, 202, 204, 206, 302, 303, 304, 400, 401,
                                       403, 404, 405, 409, 411, 412, 413, 414, 415, 417,
                                       421, 422, 428, 429, 431, 500, 503, 507};

const std::string no_route = "none";

template <class List, class Item>
std::size_t place_in(const List& list, const Item& item) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), item) - list.begin());
}

const metrics::Figures& figures_of_http() {
  static const metrics::Figures all{
      {"onereturn_http_requests_total",
       Kind::counter,
       {"route", "method", "status"},
       "Requests answered, by the route's pattern; none means that no route was met."},
      {"onereturn_http_request_seconds",
       Kind::histogram,
       {"route"},
       "From the first byte of a request to the last of its answer."},
      {"onereturn_http_requests_in_flight", Kind::gauge, {}, "Requests being read or answered."},
      {"onereturn_http_refusals_total",
       Kind::counter,
       {"type"},
       "Requests refused before any handler saw them, by type of problem."},
      {"onereturn_http_queue_length", Kind::gauge, {}, "Requests that wait for a work thread."},
      {"onereturn_http_queue_max", Kind::gauge, {}, "So many may wait; one more is answered 503."},
      {"onereturn_http_work_threads", Kind::gauge, {}, "Work threads there are."},
      {"onereturn_http_work_threads_busy", Kind::gauge, {}, "Work threads that are at work."},
      {"onereturn_http_connections_open", Kind::gauge, {}, "Connections that are open."},
      {"onereturn_http_connections_max", Kind::gauge, {}, "So many may be open."},
      {"onereturn_http_connections_total", Kind::counter, {}, "Connections accepted."},
      {"onereturn_http_connections_refused_total",
       Kind::counter,
       {},
       "Connections closed at once: too many in all, or from one address."},
      {"onereturn_handler_exceptions_total",
       Kind::counter,
       {"where"},
       "Exceptions that should not have been; each is a mistake of ours."},
      {"onereturn_store_failures_total",
       Kind::counter,
       {"kind"},
       "Requests that a store failed: unavailable, outcome_unknown, storage_full, "
       "storage_unavailable, hasher_busy."},
      {"onereturn_draining", Kind::gauge, {}, "1 once it was asked to stop."},
  };
  return all;
}

const metrics::Figures& figures_of_signing_in() {
  static const metrics::Figures all{
      {"onereturn_sign_ins_total",
       Kind::counter,
       {"way", "outcome"},
       "Tries to sign in by password, link, code, recovery code or as a program: ok, wrong or "
       "locked."},
      {"onereturn_password_hashes_running", Kind::gauge, {}, "Passwords being checked."},
      {"onereturn_password_hashes_max", Kind::gauge, {}, "So many are checked at once."},
      {"onereturn_password_hashes_waiting", Kind::gauge, {}, "Passwords that wait for their turn."},
      {"onereturn_password_hashes_total", Kind::counter, {}, "Passwords checked or set."},
      {"onereturn_password_hashes_refused_total",
       Kind::counter,
       {},
       "Passwords that waited too long and were answered 503."},
  };
  return all;
}

}  // namespace

const metrics::Figures& figures() {
  static const metrics::Figures all = [] {
    metrics::Figures list = figures_of_http();
    for (const auto* more : {&figures_of_signing_in(), &watching::figures_of_stores()}) {
      list.insert(list.end(), more->begin(), more->end());
    }
    return list;
  }();
  return all;
}

void begin_at_zero(Metrics& metrics) {
  for (const auto* where : {"handler", "connection", "io", "source", "error page"}) {
    metrics.counter("onereturn_handler_exceptions_total", {{"where", where}});
  }
  for (const auto* kind :
       {"unavailable", "outcome_unknown", "storage_full", "storage_unavailable", "hasher_busy"}) {
    metrics.counter("onereturn_store_failures_total", {{"kind", kind}});
  }
  for (const auto* type : {"overloaded", "too-many-requests"}) {
    metrics.counter("onereturn_http_refusals_total", {{"type", type}});
  }
  for (const auto* way : {"password", "link", "code", "recovery", "program"}) {
    for (const auto* outcome : {"ok", "wrong", "locked"}) {
      metrics.counter("onereturn_sign_ins_total", {{"way", way}, {"outcome", outcome}});
    }
  }
}

void read_services(Metrics& metrics, Services& services) {
  watching::read_pool(metrics, "gateway", services.database.figures());
  watching::read_pool(metrics, "auth", services.auth.figures());
  metrics.gauge("onereturn_database_reachable").set(services.standing.reachable() ? 1 : 0);
  watching::read_wake(metrics, services.wake.figures());
  const auto hasher = services.hasher.figures();
  metrics.gauge("onereturn_password_hashes_running").set(static_cast<double>(hasher.running));
  metrics.gauge("onereturn_password_hashes_max").set(static_cast<double>(hasher.at_once_max));
  metrics.gauge("onereturn_password_hashes_waiting").set(static_cast<double>(hasher.waiting));
  metrics.counter("onereturn_password_hashes_total")
      .raise_to(static_cast<double>(hasher.hashed_total));
  metrics.counter("onereturn_password_hashes_refused_total")
      .raise_to(static_cast<double>(hasher.refused_total));
}

void read_server(Metrics& metrics, const http::Counters& counters,
                 const http::ServerSettings& settings) {
  const auto show = [&](const char* name, std::size_t value) {
    metrics.gauge(name).set(static_cast<double>(value));
  };
  show("onereturn_http_requests_in_flight", counters.in_flight);
  show("onereturn_http_queue_length", counters.queued);
  show("onereturn_http_queue_max", settings.limits.queue_max);
  show("onereturn_http_work_threads", settings.work_threads);
  show("onereturn_http_work_threads_busy", counters.busy);
  show("onereturn_http_connections_open", counters.connections_open);
  show("onereturn_http_connections_max", settings.limits.connections_max);
  metrics.counter("onereturn_http_connections_total")
      .raise_to(static_cast<double>(counters.connections_total));
  metrics.counter("onereturn_http_connections_refused_total")
      .raise_to(static_cast<double>(counters.connections_refused_total));
}

struct ExchangeFigures::Rows {
  metrics::Histogram seconds;
  std::array<std::array<std::atomic<metrics::Counter>, statuses.size()>, methods.size()> requests;
};

ExchangeFigures::ExchangeFigures(Metrics& metrics, const std::vector<Route>& table)
    : metrics_{metrics} {
  std::vector<std::string> patterns{no_route, "/healthz", "/readyz", "/assets"};
  for (const auto& route : table) {
    patterns.emplace_back(route.pattern);
  }
  for (auto& pattern : patterns) {
    auto& rows = by_route_[pattern];
    if (rows == nullptr) {
      rows = std::make_unique<Rows>();
      rows->seconds = metrics_.histogram("onereturn_http_request_seconds", {{"route", pattern}});
    }
  }
}

ExchangeFigures::~ExchangeFigures() = default;

void ExchangeFigures::add(const http::Exchange& exchange) {
  auto found = by_route_.find(exchange.route);
  if (found == by_route_.end()) {
    found = by_route_.find(no_route);
  }
  Rows& rows = *found->second;
  rows.seconds.time(std::chrono::duration<double>(exchange.took).count());
  const auto make = [&] {
    return metrics_.counter("onereturn_http_requests_total",
                            {{"route", found->first},
                             {"method", exchange.method.empty() ? "none" : exchange.method},
                             {"status", std::to_string(exchange.status)}});
  };
  const auto method = place_in(methods, exchange.method);
  const auto status = place_in(statuses, exchange.status);
  if (method == methods.size() || status == statuses.size()) {
    make().add();
    return;
  }
  auto& slot = rows.requests[method][status];
  auto counter = slot.load(std::memory_order_relaxed);
  if (!counter) {
    counter = make();
    slot.store(counter, std::memory_order_relaxed);
  }
  counter.add();
}

}  // namespace onereturn::gateway
