#include "platform/http/request_id.hpp"

#include <cstdint>
#include <random>
#include <string_view>

namespace onereturn::http {

std::string new_request_id() {
  static constexpr std::string_view digits = "0123456789abcdef";
  thread_local std::mt19937_64 generator{std::random_device{}()};
  std::uint64_t number = generator();
  std::string id(16, '0');
  for (char& c : id) {
    c = digits[number & 15U];
    number >>= 4U;
  }
  return id;
}

}  // namespace onereturn::http
