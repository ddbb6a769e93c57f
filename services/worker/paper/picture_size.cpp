#include "worker/paper/picture_size.hpp"

namespace onereturn::worker::paper {
namespace {

unsigned number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  unsigned number = 0;
  for (std::size_t i = 0; i < count; ++i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::pair<int, int> picture_size(std::string_view bytes, bool png) {
  constexpr std::size_t png_head = 24;
  const auto size = [&](std::size_t width, std::size_t height, std::size_t count) {
    return std::pair{static_cast<int>(number_at(bytes, width, count) & 0xFFFFU),
                     static_cast<int>(number_at(bytes, height, count) & 0xFFFFU)};
  };
  if (png) return bytes.size() < png_head ? std::pair{0, 0} : size(16, 20, 4);
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    const auto kind = static_cast<unsigned char>(bytes[at + 1]);
    const bool frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    if (frame) return size(at + 7, at + 5, 2);
    at += 2 + number_at(bytes, at + 2, 2);
  }
  return {0, 0};
}

}  // namespace onereturn::worker::paper
