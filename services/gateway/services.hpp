#pragma once

#include <memory>

#include "base/clock.hpp"
#include "domain/identity/password_rules.hpp"
#include "gateway/asset_store.hpp"
#include "gateway/session_cache.hpp"
#include "platform/config/settings.hpp"
#include "platform/crypto/passwords.hpp"
#include "platform/crypto/sealer.hpp"
#include "platform/html/renderer.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/standing.hpp"
#include "platform/redis/wake.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::gateway {

// What the program is built from, made once by the app. Every member may be used from any thread.
struct Services {
  // Throws when templates, assets, lists of passwords, the folder of evidence or the keys cannot be
  // used. Does not wait for a database.
  explicit Services(config::Settings own_settings);

  const config::Settings settings;
  const Clock clock;
  const html::Renderer renderer;
  const AssetStore assets;
  postgres::Database database;        // the login gateway
  postgres::Database auth;            // the login auth: sign-in, sessions, recovery
  const postgres::Standing standing;  // whether the database answers, for /readyz
  redis::Wake wake;
  crypto::PasswordHasher hasher;
  const identity::DeniedPasswords denied_passwords;
  const crypto::Sealer sealer;  // of secrets of authenticator apps
  SessionCache sessions;
  const std::unique_ptr<storage::Store> evidence;  // nothing when no folder is set
  log::Logger log;
  metrics::Metrics metrics;
};

}  // namespace onereturn::gateway
