#include "base/text.hpp"

#include <cstdint>
#include <vector>

#include "base/composition.hpp"

namespace onereturn {

namespace {

// Bytes of the sequence that begins with this byte; 0 when none does.
std::size_t sequence_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

bool is_allowed(std::uint32_t point, std::size_t length) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  if (point == 0x7F || (point >= 0x80 && point < 0xA0)) return false;
  const bool shortest = length < 3 || (length == 3 ? point >= 0x800 : point >= 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return shortest && !surrogate && point <= 0x10FFFF;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_blanks_at_end(std::string_view line) {
  while (!line.empty() && (is_blank(line.back()) || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<std::size_t> count_characters(std::string_view text) {
  // Before this one no character is anything but itself, nor joins with the one before it.
  constexpr std::uint32_t first_mark = 0x300;
  std::size_t count = 0;
  bool plain = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const auto length = sequence_length(first);
    if (length == 0 || at + length > text.size()) return std::nullopt;
    std::uint32_t point = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      const auto next = static_cast<unsigned char>(text[at + i]);
      if ((next & 0xC0U) != 0x80U) return std::nullopt;
      point = (point << 6U) | (next & 0x3FU);
    }
    if (!is_allowed(point, length)) return std::nullopt;
    plain = plain && point < first_mark;
    ++count;
    at += length;
  }
  return plain ? count : composition::length_composed(text);
}

bool is_no_character(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xEF\xBF" && at + 2 < text.size() &&
         (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

std::string characters_of(std::string_view text) {
  std::string characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_no_character(text, at))
      at += 2;
    else
      characters += text[at];
  }
  return characters;
}

std::string tidy_paragraph(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  while (true) {
    const auto end = text.find('\n');
    tidy += without_blanks_at_end(text.substr(0, end));
    if (end == std::string_view::npos) break;
    tidy += '\n';
    text.remove_prefix(end + 1);
  }
  const auto first = tidy.find_first_not_of(" \t\n\r");
  if (first == std::string::npos) return {};
  const auto last = tidy.find_last_not_of(" \t\n\r");
  return tidy.substr(first, last - first + 1);
}

std::string tidy_line(std::string_view text) {
  std::string tidy;
  for (const char c : text) {
    const bool blank = is_blank(c) || c == '\n' || c == '\r';
    if (!blank) {
      tidy += c;
    } else if (!tidy.empty() && tidy.back() != ' ') {
      tidy += ' ';
    }
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

}  // namespace onereturn
