#pragma once

#include <optional>
#include <string>

#include "domain/notifications/notifications.hpp"

namespace onereturn::notifications {

// What only the worker knows: where the service is, and the secrets made for this very try.
struct Secrets {
  std::string origin;  // "https://onereturn.example"
  std::string token;   // ends the link, for a kind that has one
  std::string code;    // "482 913", for a kind that has one
};

// The mail in words. Nothing when there is no such kind. A place that no field fills is left out.
std::optional<MailText> words_of(const OutgoingMail& mail, const Secrets& secrets);

}  // namespace onereturn::notifications
