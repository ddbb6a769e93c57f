#include "gateway/services.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "gateway/figures.hpp"
#include "platform/watching/watch.hpp"

namespace onereturn::gateway {

namespace {

std::string lines_of(const std::vector<std::string>& files) {
  std::ostringstream lines;
  for (const auto& name : files) {
    std::ifstream file{name};
    if (!file || file.peek() == std::ifstream::traits_type::eof()) {
      throw std::runtime_error("ONERETURN_DENIED_PASSWORDS: " + name + " cannot be read");
    }
    lines << file.rdbuf() << '\n';
  }
  return lines.str();
}

}  // namespace

Services::Services(config::Settings own_settings)
    : settings{std::move(own_settings)},
      clock{settings.clock.clock()},
      renderer{settings.templates_folder},
      assets{settings.assets_folder},
      database{{.connection = settings.database,
                .connections_max = settings.database_connections,
                .lent = settings.database_lent}},
      auth{{.connection = settings.auth_database,
            .connections_max = settings.auth_database_connections,
            .lent = settings.database_lent}},
      standing{{.connection = settings.database, .lent = settings.database_lent}},
      wake{redis::Address{.place = settings.redis}},
      denied_passwords{lines_of(settings.denied_passwords)},
      sealer{settings.secret_keys},
      evidence{settings.evidence_folder.empty() ? nullptr
                                                : storage::open_folder(settings.evidence_folder)},
      log{"gateway"},
      metrics{figures()} {
  watching::say_build(metrics, "gateway");
  begin_at_zero(metrics);
}

}  // namespace onereturn::gateway
