#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onereturn::crypto {

// Bytes from the operating system's generator for secrets.
std::string random_bytes(std::size_t count);

// A secret that names a session: 32 random bytes in base64url, 43 characters. Only its SHA-256
// is ever stored.
std::string new_token();

// SHA-256 of the token's 43 characters as they stand in a cookie or after "Bearer": 32 bytes.
std::string token_hash(std::string_view token);

}  // namespace onereturn::crypto
