#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/figures.hpp"
#include "gateway/problems.hpp"
#include "gateway/ready_made.hpp"
#include "gateway/router.hpp"
#include "gateway/services.hpp"
#include "platform/http/server.hpp"

namespace onereturn::gateway {

// The gateway as the HTTP server sees it: table of routes, access, handlers, error pages, one log
// line and one metric for each exchange.
class App : public http::Application {
 public:
  // Throws when templates, assets or the table of routes cannot be used. Tests bring a table of
  // their own.
  explicit App(config::Settings settings, std::vector<Route> table = routes());

  http::Admission admit(const http::RequestHead& head) override;
  http::BodyWelcome begin_body(const http::RequestHead& head) override;
  http::Response handle(http::Request request) override;
  http::Response refused(const http::Fault& fault, const http::RequestHead* head,
                         const std::string& request_id) override;
  void answered(const http::Exchange& exchange) noexcept override;
  void failed(std::string_view where, std::string_view what) noexcept override;

  // From now on /readyz says no, so that nobody sends new work here.
  void begin_drain() { draining_ = true; }
  bool draining() const { return draining_; }
  // A request that needs the database can be answered now. Never waits.
  bool ready() const { return !draining_ && services_.standing.reachable(); }

  Services& services() { return services_; }

 private:
  // What `work` answers, or the page for what it throws.
  http::Response guarded(RequestContext& context, const std::function<http::Response()>& work);
  void count_failure(const char* kind);
  http::Response refused_access(RequestContext& context, const Refusal& refusal);
  http::Response sign_in_first(RequestContext& context);
  http::Response unexpected(RequestContext& context, std::string_view kind, std::string_view what);

  Services services_;
  ExchangeFigures exchanges_;
  Router router_;
  ReadyMade ready_made_;
  std::atomic<bool> draining_{false};
};

// What the settings say, as the HTTP server wants it.
http::ServerSettings server_settings(const config::Settings& settings);

}  // namespace onereturn::gateway
