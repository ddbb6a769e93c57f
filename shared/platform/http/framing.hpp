#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/http/message.hpp"

namespace onereturn::http {

// Why a request is turned away before any handler sees it. `type` is a problem type of the API;
// the texts live as long as the program.
struct Fault {
  int status = 400;
  std::string_view type = "malformed-request";
  std::string_view detail = "The request could not be understood.";
  int retry_after_s = 0;
};

// A request head as it stood on the wire.
struct RawHead {
  std::string method;
  std::string target;
  unsigned version = 11;  // 11 for HTTP/1.1
  std::vector<std::pair<std::string, std::string>> fields;
};

struct FramingLimits {
  std::size_t fields_max = 100;
  std::size_t target_bytes_max = 4096;
  std::vector<std::string> hosts;  // the names this server answers to, without port
};

// Decides about framing before a body is read: 411 for any Transfer-Encoding, 400 for more or less
// than one clear Content-Length, 400 or 421 for Host, 405 for verbs that we do not have, 414, 431.
// remote_address and request_id are left for the caller.
std::variant<RequestHead, Fault> examine(const RawHead& raw, const FramingLimits& limits);

// Fills path, segments, raw_target and query from a target in origin form. Refuses anything but
// printable ASCII, a second meaning after decoding (%00, %2F, "." and "..", broken escapes) and
// texts that are not UTF-8.
std::variant<RequestHead, Fault> parse_target(std::string_view target);

}  // namespace onereturn::http
