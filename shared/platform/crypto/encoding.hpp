#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onereturn::crypto {

// "0a1f": two lower-case digits for each byte.
std::string to_hex(std::string_view bytes);
// Nothing for an odd length or a character that is no hex digit.
std::optional<std::string> from_hex(std::string_view text);

// Base64 for addresses and cookies: - and _, no padding.
std::string to_base64url(std::string_view bytes);
// Nothing for any other character, padding, or bits left over that are not zero.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace onereturn::crypto
