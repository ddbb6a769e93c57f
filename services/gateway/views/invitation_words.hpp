#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace onereturn::gateway::views {

// How an invitation stands, for whoever sent it. `expires_at` is nothing while its mail waits to be
// sent; `refused` says why the mail cannot be delivered, or "".
std::string invitation_words(Instant invited_at, const std::optional<Instant>& expires_at,
                             const std::string& refused, Instant now);

}  // namespace onereturn::gateway::views
