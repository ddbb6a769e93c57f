#pragma once

#include <cstddef>
#include <string_view>

// The secret address of a calendar: "orc_", a token, ".ics".
namespace onereturn::gateway::pages {

inline constexpr std::string_view calendar_secret_start = "orc_";
inline constexpr std::string_view calendar_address_end = ".ics";
inline constexpr std::size_t calendar_secret_length = 47;

// The secret in the last part of the address, "" when it cannot be one.
inline std::string_view calendar_secret_in(std::string_view address) {
  if (!address.starts_with(calendar_secret_start) || !address.ends_with(calendar_address_end) ||
      address.size() != calendar_secret_length + calendar_address_end.size()) {
    return {};
  }
  return address.substr(0, calendar_secret_length);
}

}  // namespace onereturn::gateway::pages
