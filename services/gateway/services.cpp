#include "gateway/services.hpp"

namespace onereturn::gateway {

Services::Services(config::Settings own_settings)
    : settings{std::move(own_settings)},
      clock{settings.clock.clock()},
      renderer{settings.templates_folder},
      assets{settings.assets_folder},
      database{{.connection = settings.database, .connections_max = settings.database_connections}},
      auth{{.connection = settings.auth_database,
            .connections_max = settings.auth_database_connections}},
      wake{redis::Address{.place = settings.redis}},
      sealer{settings.secret_keys},
      evidence{settings.evidence_folder.empty() ? nullptr
                                                : storage::open_folder(settings.evidence_folder)},
      log{"gateway"} {}

}  // namespace onereturn::gateway
