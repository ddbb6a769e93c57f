#include "base/ids.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>

namespace onereturn {
namespace {

constexpr std::size_t uuid_length = 36;

bool is_hyphen_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

}  // namespace

bool is_uuid(std::string_view text) {
  if (text.size() != uuid_length) {
    return false;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (is_hyphen_place(at) ? c != '-' : !digit) {
      return false;
    }
  }
  return true;
}

std::string random_uuid() {
  constexpr const char* digits = "0123456789abcdef";
  // random_device reads the operating system's generator: nothing is seeded, nothing shared.
  std::random_device device;
  std::array<std::uint32_t, 4> words{};
  for (auto& word : words) {
    word = device();
  }
  words[1] = (words[1] & 0xffff0fffU) | 0x00004000U;
  words[2] = (words[2] & 0x3fffffffU) | 0x80000000U;
  std::string text;
  text.reserve(uuid_length);
  for (std::size_t nibble = 0; nibble < 32; ++nibble) {
    if (is_hyphen_place(text.size())) {
      text.push_back('-');
    }
    const auto shift = 28U - 4U * static_cast<unsigned>(nibble % 8);
    text.push_back(digits[(words[nibble / 8] >> shift) & 0xfU]);
  }
  return text;
}

}  // namespace onereturn
