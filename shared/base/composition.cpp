#include "base/composition.hpp"

#include <vector>

#include <utf8proc.h>

#include "base/ensure.hpp"

namespace onereturn::composition {

namespace {

// NFC, of characters that every later version of Unicode composes alike.
constexpr auto as_kept = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
// No byte of UTF-8 becomes more characters than this once it is taken apart.
constexpr std::size_t parts_per_byte_max = 3;

}  // namespace

std::size_t length_composed(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  std::vector<utf8proc_int32_t> parts(text.size() * parts_per_byte_max + 1);
  const auto room = static_cast<utf8proc_ssize_t>(parts.size());
  const auto apart = utf8proc_decompose(bytes, size, parts.data(), room, as_kept);
  ENSURE(apart >= 0 && apart <= room, "text is UTF-8, and its parts have room");
  const auto length = utf8proc_normalize_utf32(parts.data(), apart, as_kept);
  ENSURE(length >= 0, "parts are characters");
  return static_cast<std::size_t>(length);
}

}  // namespace onereturn::composition
