#include "fuzz/target.hpp"

#include <algorithm>

namespace onereturn::fuzz {

std::vector<Target>& targets() {
  static std::vector<Target> known;
  return known;
}

void must(bool holds, const std::string& property) {
  if (!holds) throw Broken(property);
}

bool is_utf8(std::string_view text) {
  const auto at = [&](std::size_t place) -> unsigned {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
  };
  const auto follows = [&](std::size_t place) { return at(place) >= 0x80U && at(place) <= 0xBFU; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = at(i);
    const unsigned second = at(i + 1);
    if (first < 0x80U) {
      i += 1;
    } else if (first >= 0xC2U && first <= 0xDFU && follows(i + 1)) {
      i += 2;
    } else if (first >= 0xE0U && first <= 0xEFU && follows(i + 1) && follows(i + 2) &&
               (first != 0xE0U || second >= 0xA0U) && (first != 0xEDU || second <= 0x9FU)) {
      i += 3;
    } else if (first >= 0xF0U && first <= 0xF4U && follows(i + 1) && follows(i + 2) &&
               follows(i + 3) && (first != 0xF0U || second >= 0x90U) &&
               (first != 0xF4U || second <= 0x8FU)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

unsigned char Taker::byte() {
  if (rest_.empty()) return 0;
  const auto first = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return first;
}

std::size_t Taker::number(std::size_t below) {
  std::size_t value = byte();
  for (std::size_t reach = 256; reach < below; reach *= 256) {
    value = value * 256 + byte();
  }
  return below == 0 ? 0 : value % below;
}

std::string Taker::text(std::size_t most) {
  const auto wanted = number(most + 1);
  const auto size = std::min(wanted, rest_.size());
  std::string taken(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return taken;
}

}  // namespace onereturn::fuzz
