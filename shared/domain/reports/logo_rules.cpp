#include "domain/reports/logo_rules.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>

namespace onereturn::reports {
namespace {

using namespace std::string_view_literals;

constexpr auto png_begins = "\x89PNG\r\n\x1a\n"sv;
constexpr auto png_ends = "IEND\xae\x42\x60\x82"sv;
constexpr auto jpeg_begins = "\xff\xd8\xff"sv;
constexpr auto jpeg_ends = "\xff\xd9"sv;

// A whole number, the highest byte first; the caller has looked that it is there.
std::int64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::int64_t number = 0;
  for (std::size_t i = 0; i < count; ++i)
    number = (number << 8) | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::optional<LogoPicture> sized(const char* type, std::int64_t width, std::int64_t height) {
  const bool fits = width > 0 && height > 0 && width <= logo_edge_max && height <= logo_edge_max;
  if (!fits) return std::nullopt;
  return LogoPicture{type, static_cast<int>(width), static_cast<int>(height)};
}

std::optional<LogoPicture> read_png(std::string_view bytes) {
  // Its first part is the head, of thirteen bytes: the edges are the first eight of them.
  if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR" || number_at(bytes, 8, 4) != 13 ||
      !bytes.ends_with(png_ends)) {
    return std::nullopt;
  }
  return sized("image/png", number_at(bytes, 16, 4), number_at(bytes, 20, 4));
}

// The parts that say how large a picture is: all of C0 to CF but the tables among them.
bool says_size(unsigned char mark) {
  return mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
}

std::optional<LogoPicture> read_jpeg(std::string_view bytes) {
  if (!bytes.ends_with(jpeg_ends)) return std::nullopt;
  std::size_t at = 2;
  while (at + 9 <= bytes.size() && bytes[at] == '\xff') {
    const auto mark = static_cast<unsigned char>(bytes[at + 1]);
    if (mark == 0xff) {  // a filling byte
      ++at;
      continue;
    }
    const auto length = number_at(bytes, at + 2, 2);
    if (says_size(mark)) {
      return sized("image/jpeg", number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2));
    }
    if (length < 2 || mark == 0xda) break;  // no size before the picture itself
    at += 2 + static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

}  // namespace

std::optional<LogoPicture> read_logo(std::string_view bytes) {
  if (bytes.starts_with(png_begins)) return read_png(bytes);
  if (bytes.starts_with(jpeg_begins)) return read_jpeg(bytes);
  return std::nullopt;
}

bool is_named_as(std::string_view file_name, const LogoPicture& picture) {
  std::string name(file_name);
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  if (picture.media_type == "image/png") return name.ends_with(".png");
  return name.ends_with(".jpg") || name.ends_with(".jpeg");
}

}  // namespace onereturn::reports
