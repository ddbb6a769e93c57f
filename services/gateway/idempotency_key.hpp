#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace onereturn::gateway {

inline constexpr std::size_t idempotency_key_max = 100;

// The key of a request: the header's or, without one, the form field's. "" when it is longer than
// the limit or holds anything but printable characters without blanks.
inline std::string idempotency_key_of(std::string_view header, std::string_view field) {
  const auto key = header.empty() ? field : header;
  const bool printable =
      std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  return printable && key.size() <= idempotency_key_max ? std::string(key) : std::string{};
}

}  // namespace onereturn::gateway
