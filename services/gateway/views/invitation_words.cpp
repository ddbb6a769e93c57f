#include "gateway/views/invitation_words.hpp"

namespace onereturn::gateway::views {

std::string invitation_words(Instant invited_at, const std::optional<Instant>& expires_at,
                             const std::string& refused, Instant now) {
  if (!refused.empty()) return "The mail could not be delivered. Is the address right?";
  const auto invited = to_words(day_in_england(invited_at));
  if (!expires_at) return "Invited on " + invited + ". The mail is being sent.";
  if (*expires_at < now) return "The link is over. Invite them again.";
  return "Invited on " + invited + ". The link works until " +
         to_words(day_in_england(*expires_at)) + ".";
}

}  // namespace onereturn::gateway::views
