#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

// Codes of an authenticator app: TOTP (RFC 6238), SHA-1, six digits, a new one every 30 seconds.
namespace onereturn::otp {

inline constexpr std::size_t secret_length = 20;

// The step whose code this is: the present one, or its neighbour for a clock that is a little off.
// Nothing for a wrong code. Whoever accepts it remembers the step and takes no code of it again.
// `secret` is 20 bytes; blanks within the code are ignored.
std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, Instant now);

// The secret as people type it, in groups of four letters: "JBSW Y3DP …".
std::string secret_words(std::string_view secret);

// What a QR code holds for an authenticator app.
std::string address(std::string_view secret, std::string_view account, std::string_view issuer);

}  // namespace onereturn::otp
