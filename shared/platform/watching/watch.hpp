#pragma once

#include <functional>
#include <memory>
#include <string>

#include "platform/config/settings.hpp"
#include "platform/http/plain_server.hpp"
#include "platform/metrics/metrics.hpp"

namespace onereturn::watching {

// Where a program is watched: /metrics for Prometheus, /healthz (it lives) and /readyz (it can do
// its work), on an address of their own.
class Watch {
 public:
  // Listens at once, and writes the port to its file; does nothing without an address. `ready`
  // must not wait. Throws std::runtime_error when the address cannot be had.
  Watch(const config::WatchSettings& settings, metrics::Metrics& metrics,
        std::function<bool()> ready);

  // 0 when it does not listen.
  std::uint16_t port() const { return server_ ? server_->port() : std::uint16_t{0}; }

 private:
  std::unique_ptr<http::PlainServer> server_;
};

// Shows which program it is and how it was built.
void say_build(metrics::Metrics& metrics, const std::string& program);

// The words of both answers, on any listener.
http::PlainAnswer alive();
http::PlainAnswer readiness(bool ready);

}  // namespace onereturn::watching
