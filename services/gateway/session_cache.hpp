#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "gateway/session.hpp"

namespace onereturn::gateway {

// Who belongs to a token, for less than a minute: spares pages a look-up. It authorises nothing,
// since every transaction enters with the token's digest again. May be used from any thread.
class SessionCache {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  using Now = std::function<Moment()>;

  explicit SessionCache(std::chrono::seconds kept = std::chrono::seconds{30},
                        std::size_t entries_max = 20'000, Now now = std::chrono::steady_clock::now);

  std::optional<Session> find(const std::string& token_hash) const;
  void keep(const Session& session);
  // At sign-out, at a change of role, and when the database says that a session has ended.
  void forget(const std::string& token_hash);
  // When somebody else has changed what this person may do, or ended their sessions.
  void forget_person(const PersonId& person);

 private:
  struct Entry {
    Session session;
    Moment until;
  };

  std::chrono::seconds kept_;
  std::size_t entries_max_;
  Now now_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace onereturn::gateway
