#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/date.hpp"

namespace onereturn::mail {

// The server that takes our mail. STARTTLS is demanded, and its certificate checked.
struct Server {
  std::string host;
  std::uint16_t port = 587;
  std::string user;  // "": no sign-in
  std::string password;
  std::string ca_file;  // "": the system's authorities
  std::string helo;     // the name we give ourselves
  std::chrono::milliseconds connect_max{10'000};
  std::chrono::milliseconds whole_max{30'000};
};

struct Message {
  std::string id;    // stable over tries: "<...@onereturn.example>" without the brackets
  std::string from;  // an address
  std::string envelope_from = {};  // the address that it comes back to; "": the one above
  std::string to;                  // an address
  std::string subject;
  std::string plain;
  std::string html;
  Instant date;
};

enum class Outcome {
  sent,       // the server answers for it from now on
  refused,    // for good: the address or the message, trying again does not help
  try_later,  // the world is away, slow, busy or not to be trusted
};

struct Sent {
  Outcome outcome = Outcome::try_later;
  std::string reason;  // for the operator; holds no address and no text of the message
};

// Hands one message over. An address that could break the conversation is refused before it begins.
// Throws std::bad_alloc only; every failure of the world is an outcome.
Sent send(const Server& server, const Message& message);

// A text as it may stand in a header: other than plain ASCII as encoded words (RFC 2047), line ends
// and control characters as blanks.
std::string header_text(const std::string& text);

}  // namespace onereturn::mail
