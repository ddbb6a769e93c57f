#include "domain/actions/action_titles.hpp"

namespace onereturn::actions {

namespace {

constexpr std::size_t title_bytes_max = 120;

}  // namespace

std::string title_line(const std::string& what) {
  auto title = what.substr(0, what.find('\n'));
  if (title.size() <= title_bytes_max) return title;
  auto cut = title.rfind(' ', title_bytes_max);
  if (cut == std::string::npos) {
    cut = title_bytes_max;
    while (cut > 0 && (static_cast<unsigned char>(title[cut]) & 0xC0U) == 0x80U)
      --cut;
  }
  return title.substr(0, cut) + " …";
}

}  // namespace onereturn::actions
