#pragma once

#include <string>
#include <string_view>

namespace onereturn::crypto {

// SHA-256: 32 bytes.
std::string sha256(std::string_view bytes);

// HMAC with SHA-256: 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view message);

// Compares two secrets in a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace onereturn::crypto
