#pragma once

#include <cstddef>
#include <string>

namespace onereturn::crypto {

// Bytes from the operating system's generator for secrets.
std::string random_bytes(std::size_t count);

// A secret that names a session: 32 random bytes in base64url, 43 characters. Only its SHA-256
// is ever stored.
std::string new_token();

}  // namespace onereturn::crypto
