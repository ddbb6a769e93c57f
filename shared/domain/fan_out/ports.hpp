#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace onereturn::fan_out {

// SHA-256 of the bytes: 32 bytes. The program hands in the platform's.
using Hash = std::function<std::string(std::string_view)>;

// As many bytes as asked for, from the system's generator for secrets.
using RandomBytes = std::function<std::string(std::size_t)>;

}  // namespace onereturn::fan_out
