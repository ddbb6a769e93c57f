#include "platform/crypto/encoding.hpp"

#include <cstdint>

namespace onereturn::crypto {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::optional<unsigned> place_in(std::string_view digits, char c) {
  const auto at = digits.find(c);
  return at == std::string_view::npos ? std::nullopt : std::optional{static_cast<unsigned>(at)};
}

}  // namespace

std::string to_hex(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(hex_digits[byte >> 4U]);
    text.push_back(hex_digits[byte & 15U]);
  }
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) {
    return std::nullopt;
  }
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const auto high = place_in(hex_digits, text[i]);
    const auto low = place_in(hex_digits, text[i + 1]);
    if (!high || !low) {
      return std::nullopt;
    }
    bytes.push_back(static_cast<char>(*high * 16 + *low));
  }
  return bytes;
}

std::string to_base64url(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text.push_back(base64_digits[(held >> bits) & 63U]);
    }
  }
  if (bits > 0) {
    text.push_back(base64_digits[(held << (6 - bits)) & 63U]);
  }
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto digit = place_in(base64_digits, c);
    if (!digit) {
      return std::nullopt;
    }
    held = ((held << 6U) | *digit) & 0xFFFFU;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>((held >> bits) & 255U));
    }
  }
  const bool whole = bits < 6 && (held & ((1U << bits) - 1U)) == 0;
  return whole ? std::optional{bytes} : std::nullopt;
}

}  // namespace onereturn::crypto
