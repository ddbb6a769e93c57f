#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "base/fault.hpp"
#include "platform/config/settings.hpp"
#include "platform/log/log.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/server_version.hpp"
#include "worker/app.hpp"

namespace {

using namespace onereturn;

constexpr int wrong_settings = 78;
constexpr int not_drained = 70;

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

// Refuses an unsafe database before any job is taken. One that is away may come back later.
void look_at_database(const config::WorkerSettings& settings, log::Logger& log) {
  try {
    postgres::Database database(
        {.connection = settings.database, .connections_max = 1, .lent = settings.database_lent});
    const int version = database.server_version();
    if (postgres::standing_of_server(version) == postgres::ServerStanding::untested) {
      log.warning("database_version_untested",
                  {{"version", postgres::server_version_words(version)}});
    }
  } catch (const postgres::StoreUnavailable&) {
    log.warning("database_away");
  }
}

int run(const config::WorkerSettings& settings) {
  // Blocked before any thread starts, so that only sigwait sees them.
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  log::Logger log("worker");
  look_at_database(settings, log);
  worker::App app(settings, log);
  int caught = 0;
  sigwait(&signals, &caught);
  if (!app.stop()) {
    // A thread hangs in a call of the world; its job's lease ends by itself.
    std::_Exit(not_drained);
  }
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  FAULTS_BEGIN();
  config::Reader reader(config::environment());
  const auto settings = config::read_worker_settings(reader);
  if (argc > 1 && std::string_view(argv[1]) == "--check-config") {
    std::cout << reader.printed();
  }
  for (const auto& complaint : reader.complaints()) {
    std::cerr << complaint << '\n';
  }
  if (!reader.complaints().empty()) {
    return wrong_settings;
  }
  try {
    return argc > 1 ? EXIT_SUCCESS : run(settings);
  } catch (const std::exception& refusal) {
    std::cerr << "worker: " << refusal.what() << '\n';
    return EXIT_FAILURE;
  }
}
