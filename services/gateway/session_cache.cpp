#include "gateway/session_cache.hpp"

namespace onereturn::gateway {

SessionCache::SessionCache(std::chrono::seconds kept, std::size_t entries_max, Now now)
    : kept_{kept}, entries_max_{entries_max}, now_{std::move(now)} {}

std::optional<Session> SessionCache::find(const std::string& token_hash) const {
  const std::lock_guard lock{mutex_};
  const auto found = entries_.find(token_hash);
  if (found == entries_.end() || found->second.until <= now_()) {
    return std::nullopt;
  }
  return found->second.session;
}

void SessionCache::keep(const Session& session) {
  const std::lock_guard lock{mutex_};
  const Moment now = now_();
  if (entries_.size() >= entries_max_) {
    std::erase_if(entries_, [&](const auto& entry) { return entry.second.until <= now; });
  }
  if (entries_.size() < entries_max_) {
    entries_.insert_or_assign(session.token_hash, Entry{session, now + kept_});
  }
}

void SessionCache::forget(const std::string& token_hash) {
  const std::lock_guard lock{mutex_};
  entries_.erase(token_hash);
}

void SessionCache::forget_person(const PersonId& person) {
  const std::lock_guard lock{mutex_};
  std::erase_if(entries_, [&](const auto& entry) { return entry.second.session.person == person; });
}

}  // namespace onereturn::gateway
