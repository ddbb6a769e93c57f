#include "platform/html/href.hpp"

#include <algorithm>
#include <array>

namespace onereturn::html {

std::string safe_href(std::string_view address) {
  const bool printable = std::all_of(address.begin(), address.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7F && c != '\\';
  });
  if (!printable || address.empty()) {
    return "#";
  }
  const bool own_path = address.starts_with('/') && !address.starts_with("//");
  const bool same_page = address.starts_with('#') || address.starts_with('?');
  const bool outside = address.starts_with("https://") || address.starts_with("mailto:");
  return own_path || same_page || outside ? std::string(address) : "#";
}

std::string url_encoded(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char each : text) {
    const auto c = static_cast<unsigned char>(each);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) {
      encoded.push_back(each);
    } else {
      encoded.push_back('%');
      encoded.push_back(hex[c >> 4U]);
      encoded.push_back(hex[c & 0x0FU]);
    }
  }
  return encoded;
}

}  // namespace onereturn::html
