#include "domain/notifications/return_path.hpp"

#include <algorithm>

#include "base/hex.hpp"

namespace onereturn::notifications {

namespace {

constexpr std::string_view mark = "+back-";
constexpr std::size_t token_length = 32;

}  // namespace

std::string new_return_token(std::string_view random_bytes) { return to_hex(random_bytes); }

std::string return_address(const std::string& from, const std::string& token) {
  const auto at = std::min(from.find('@'), from.size());
  return from.substr(0, at) + std::string(mark) + token + from.substr(at);
}

std::optional<std::string> token_in(std::string_view address) {
  const auto begins = address.find(mark);
  if (begins == std::string_view::npos) return std::nullopt;
  const auto token = address.substr(begins + mark.size(), token_length);
  const auto after = begins + mark.size() + token_length;
  const bool whole = after < address.size() && address[after] == '@';
  const bool hex = std::all_of(token.begin(), token.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
  if (!whole || !hex) return std::nullopt;
  return std::string(token);
}

}  // namespace onereturn::notifications
