#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/http/server.hpp"
#include "platform/metrics/metrics.hpp"

namespace onereturn::gateway {

struct Route;
struct Services;

// Every figure of the gateway.
const metrics::Figures& figures();

// Shows 0 for what an alert looks at: a row that begins with its first event shows no increase.
void begin_at_zero(metrics::Metrics& metrics);

// Reads what pools, Redis, the hasher of passwords and the server have counted into the figures.
void read_services(metrics::Metrics& metrics, Services& services);
void read_server(metrics::Metrics& metrics, const http::Counters& counters,
                 const http::ServerSettings& settings);

// Counts and times exchanges by route, method and status, without a lock and without a look-up by
// labels once a row is known.
class ExchangeFigures {
 public:
  // A row for each pattern, and one for what met none.
  ExchangeFigures(metrics::Metrics& metrics, const std::vector<Route>& table);
  ~ExchangeFigures();

  void add(const http::Exchange& exchange);

 private:
  struct Rows;

  metrics::Metrics& metrics_;
  std::unordered_map<std::string, std::unique_ptr<Rows>> by_route_;
};

}  // namespace onereturn::gateway
