#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace onereturn::notifications {

inline constexpr std::size_t notice_bytes_max = 1024 * 1024;

// What a mail server says became of a mail of ours (RFC 3464). Nothing else of the message is
// looked at, and nothing of it is trusted: the secret in our own return address says which mail.
struct DeliveryNotice {
  std::string token;
  std::string action;  // "failed", "delayed", "delivered", "relayed", "expanded"
  std::string status;  // "5.1.1"
  bool failed = false;
};

// Refuses with invalid and a sentence: too long, no message, no delivery status notification, one
// that says nothing of a recipient or a status that is none, one that is for another address.
// `recipient` is whom the server delivered it to, where it says so; "" reads it from the head.
Result<DeliveryNotice> read_delivery_notice(std::string_view message, std::string_view recipient);

}  // namespace onereturn::notifications
