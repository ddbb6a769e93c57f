#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/fields.hpp"

namespace onereturn::http {

struct FormLimits {
  std::size_t fields_max = 2000;
  std::size_t name_bytes_max = 200;
  std::size_t value_bytes_max = std::size_t{64} * 1024;
};

// Decodes %XX once. Nothing for a broken escape. '+' means a space when `plus_is_space`.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

// Encodes everything but unreserved characters, for a query value or a path segment.
std::string percent_encode(std::string_view text);

// Reads a=b&c=d. Nothing when an escape is broken, a text is not valid UTF-8 or holds NUL,
// or a limit is passed. Line ends in values become "\n".
std::optional<Fields> parse_urlencoded(std::string_view text, const FormLimits& limits = {});

// Reads a Cookie header. Pairs without '=' are left out.
Fields parse_cookies(std::string_view header);

// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view text);

}  // namespace onereturn::http
