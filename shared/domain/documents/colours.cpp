#include "domain/documents/colours.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace onereturn::documents {
namespace {

using Channels = std::array<int, 3>;

constexpr std::string_view ours = "#0b4f5c";
constexpr double readable_from = 4.5;

std::optional<Channels> channels_of(std::string_view colour) {
  if (colour.size() != 7 || colour[0] != '#') return std::nullopt;
  Channels channels{};
  for (std::size_t at = 0; at < channels.size(); ++at) {
    const char* begin = colour.data() + 1 + 2 * at;
    const auto [end, error] = std::from_chars(begin, begin + 2, channels[at], 16);
    if (error != std::errc{} || end != begin + 2 || channels[at] < 0) return std::nullopt;
  }
  return channels;
}

double linear(int channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Channels& of) {
  return 0.2126 * linear(of[0]) + 0.7152 * linear(of[1]) + 0.0722 * linear(of[2]);
}

std::string text_of(const Channels& channels) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const int channel : channels) {
    text += digits[static_cast<std::size_t>(channel / 16)];
    text += digits[static_cast<std::size_t>(channel % 16)];
  }
  return text;
}

}  // namespace

std::optional<double> contrast(std::string_view one, std::string_view other) {
  const auto first = channels_of(one);
  const auto second = channels_of(other);
  if (!first || !second) return std::nullopt;
  const auto [dark, light] = std::minmax({luminance(*first), luminance(*second)});
  return (light + 0.05) / (dark + 0.05);
}

bool is_readable_on_white(std::string_view colour) {
  return contrast(colour, "#ffffff").value_or(0) >= readable_from;
}

std::string readable(std::string_view colour) {
  const auto begun = channels_of(colour);
  if (!begun) return std::string(ours);
  for (int part = 100; part > 0; --part) {
    Channels darker = *begun;
    for (int& channel : darker)
      channel = channel * part / 100;
    if (auto text = text_of(darker); is_readable_on_white(text)) return text;
  }
  return "#000000";
}

}  // namespace onereturn::documents
