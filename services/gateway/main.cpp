#include <csignal>
#include <fstream>
#include <iostream>
#include <string_view>

#include "base/fault.hpp"
#include "gateway/app.hpp"
#include "gateway/route_list.hpp"
#include "platform/config/settings.hpp"
#include "platform/postgres/server_version.hpp"
#include "platform/watching/watch.hpp"

namespace onereturn::gateway {
namespace {

constexpr int wrong_settings = 2;

// The signals that mean "stop", taken out of every thread's hands so that main can wait for them.
sigset_t hold_back_stop_signals() {
  sigset_t signals{};
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void tell_port(const config::Settings& settings, std::uint16_t port) {
  if (!settings.port_file.empty()) {
    std::ofstream{settings.port_file} << port << '\n';
  }
}

// Refuses an unsafe database before anything listens. One that is away may come back later.
void look_at_database(Services& services) {
  try {
    const int version = services.database.server_version();
    if (postgres::standing_of_server(version) == postgres::ServerStanding::untested) {
      services.log.warning("database_version_untested",
                           {{"version", postgres::server_version_words(version)}});
    }
  } catch (const postgres::StoreUnavailable&) {
    services.log.warning("database_away");
  }
}

int serve(const config::Settings& settings) {
  const sigset_t signals = hold_back_stop_signals();
  App app{settings};
  look_at_database(app.services());
  const auto listener = server_settings(settings);
  http::Server server{listener, app};
  auto& figures = app.services().metrics;
  figures.before_exposition([&](metrics::Metrics& shown) {
    read_services(shown, app.services());
    read_server(shown, server.counters(), listener);
    shown.gauge("onereturn_draining").set(app.draining() ? 1 : 0);
  });
  const watching::Watch watch{settings.watch, figures, [&] { return app.ready(); }};
  server.start();
  if (app.services().denied_passwords.size() == 0) {
    app.services().log.warning("no_denied_passwords");
  }
  app.services().log.info("listening", {{"port", std::int64_t{server.port()}}});
  tell_port(settings, server.port());
  int signal = 0;
  sigwait(&signals, &signal);
  app.services().log.info("stopping", {{"signal", std::int64_t{signal}}});
  app.begin_drain();
  const bool clean = server.stop(settings.drain, settings.drain_notice);
  app.services().log.info("stopped", {{"clean", clean}});
  return 0;
}

int run(bool only_check) {
  config::Reader reader{config::environment()};
  const auto settings = config::read_settings(reader);
  if (only_check) {
    std::cout << reader.printed();
  }
  for (const auto& complaint : reader.complaints()) {
    std::cerr << complaint << '\n';
  }
  if (!reader.complaints().empty()) {
    return wrong_settings;
  }
  return only_check ? 0 : serve(settings);
}

}  // namespace
}  // namespace onereturn::gateway

int main(int count, char** words) {
  const std::string_view word = count == 2 ? words[1] : "";
  const bool only_check = word == "--check-config";
  const bool only_routes = word == "--routes";
  if (count > 1 && !only_check && !only_routes) {
    std::cerr << "usage: gateway [--check-config | --routes]\n"
                 "Settings are read from ONERETURN_*.\n";
    return 2;
  }
  FAULTS_BEGIN();
  try {
    if (only_routes) {
      std::cout << onereturn::gateway::route_list(onereturn::gateway::routes());
      return 0;
    }
    return onereturn::gateway::run(only_check);
  } catch (const std::exception& e) {
    std::cerr << "gateway: " << e.what() << '\n';
    return 1;
  }
}
