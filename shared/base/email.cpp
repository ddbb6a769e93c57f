#include "base/email.hpp"

#include <algorithm>

namespace onereturn {

namespace {

constexpr std::size_t address_max = 254;
constexpr std::size_t local_max = 64;

bool may_stand(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0x7F &&
         std::string_view{"<>()[]\\,;:\"@"}.find(c) == std::string::npos;
}

}  // namespace

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > local_max || text.size() > address_max) {
    return false;
  }
  const auto local = text.substr(0, at);
  const auto host = text.substr(at + 1);
  return std::all_of(local.begin(), local.end(), may_stand) &&
         std::all_of(host.begin(), host.end(), may_stand) && host.find('.') != std::string::npos &&
         !host.starts_with('.') && !host.ends_with('.') && host.find("..") == std::string::npos &&
         local.front() != '-';
}

}  // namespace onereturn
