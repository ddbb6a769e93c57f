#include "platform/http/server_state.hpp"

#include <vector>

namespace onereturn::http {

bool ServerShared::admit_connection(const std::string& address) {
  const std::lock_guard lock{mutex_};
  auto& from_there = open_by_address_[address];
  const bool room = open_ < settings.limits.connections_max &&
                    from_there < settings.limits.connections_per_address_max;
  if (!room) {
    ++connections_refused_total;
    if (from_there == 0) {
      open_by_address_.erase(address);
    }
    return false;
  }
  ++open_;
  ++from_there;
  ++connections_total;
  return true;
}

std::uint64_t ServerShared::enrol(std::function<void(bool force)> end) {
  const std::lock_guard lock{mutex_};
  enrolled_.emplace(++last_number_, std::move(end));
  return last_number_;
}

void ServerShared::leave(std::uint64_t number, const std::string& address) {
  const std::lock_guard lock{mutex_};
  enrolled_.erase(number);
  --open_;
  const auto from_there = open_by_address_.find(address);
  if (from_there != open_by_address_.end() && --from_there->second == 0) {
    open_by_address_.erase(from_there);
  }
}

void ServerShared::end_all(bool force) {
  std::vector<std::function<void(bool)>> ends;
  {
    const std::lock_guard lock{mutex_};
    for (const auto& [number, end] : enrolled_) {
      ends.push_back(end);
    }
  }
  for (const auto& end : ends) {
    end(force);
  }
}

std::size_t ServerShared::connections_open() const {
  const std::lock_guard lock{mutex_};
  return open_;
}

void ServerShared::report(std::string_view where, std::string_view what) noexcept {
  ++handler_exceptions_total;
  application.failed(where, what);
}

}  // namespace onereturn::http
