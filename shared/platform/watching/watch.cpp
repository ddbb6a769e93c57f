#include "platform/watching/watch.hpp"

#include <fstream>
#include <utility>

namespace onereturn::watching {

http::PlainAnswer alive() { return {200, "ok\n"}; }

http::PlainAnswer readiness(bool ready) {
  return ready ? http::PlainAnswer{200, "ready\n"} : http::PlainAnswer{503, "not ready\n"};
}

void say_build(metrics::Metrics& metrics, const std::string& program) {
#ifdef NDEBUG
  constexpr const char* build = "release";
#else
  constexpr const char* build = "debug";
#endif
  metrics.gauge("onereturn_build_info", {{"program", program}, {"build", build}}).set(1);
}

Watch::Watch(const config::WatchSettings& settings, metrics::Metrics& metrics,
             std::function<bool()> ready) {
  if (settings.address.empty()) {
    return;
  }
  http::PlainServer::Settings listener;
  listener.address = settings.address;
  listener.port = settings.port;
  http::PlainServer::Pages pages;
  pages["/metrics"] = [&metrics] {
    return http::PlainAnswer{200, metrics.exposition(), "text/plain; version=0.0.4; charset=utf-8"};
  };
  pages["/healthz"] = alive;
  pages["/readyz"] = [ready = std::move(ready)] { return readiness(ready()); };
  server_ = std::make_unique<http::PlainServer>(listener, std::move(pages));
  if (!settings.port_file.empty()) {
    std::ofstream{settings.port_file} << server_->port() << '\n';
  }
}

}  // namespace onereturn::watching
