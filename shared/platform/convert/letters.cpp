#include "platform/convert/letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

namespace onereturn::convert {
namespace {

constexpr char32_t last_of_ascii = 0x7F;

struct Span {
  char32_t first, last;
};

// What Unicode calls ignorable by default, as far as people's texts may hold it.
constexpr std::array never_drawn = std::to_array<Span>({{0x00AD, 0x00AD},
                                                        {0x034F, 0x034F},
                                                        {0x061C, 0x061C},
                                                        {0x180B, 0x180F},
                                                        {0x200B, 0x200F},
                                                        {0x202A, 0x202E},
                                                        {0x2060, 0x206F},
                                                        {0xFE00, 0xFE0F},
                                                        {0xFEFF, 0xFEFF},
                                                        {0xE0000, 0xE0FFF}});

bool read_hex(std::string_view text, char32_t& number) {
  std::uint32_t read = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read, 16);
  number = read;
  return error == std::errc{} && end == text.data() + text.size();
}

// The next word, and the text without it.
std::string_view take_word(std::string_view& text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  const auto word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  return word;
}

// How many bytes the character at the beginning takes, and which it is. Whoever calls gives UTF-8;
// a byte that is none of it stands for itself.
struct Character {
  char32_t number;
  std::size_t bytes;
};

Character first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 1 || bytes > text.size()) return {lead, 1};
  char32_t number = lead & (0xFFU >> (bytes + 1));
  for (const char next : text.substr(1, bytes - 1))
    number = number << 6U | (static_cast<unsigned char>(next) & 0x3FU);
  return {number, bytes};
}

std::string name_of(char32_t character) {
  std::array<char, 16> text{};
  (void)std::snprintf(text.data(), text.size(), "[U+%04X]", static_cast<unsigned>(character));
  return text.data();
}

}  // namespace

Letters::Letters(std::string_view charsets) {
  std::vector<Range> all;
  for (auto word = take_word(charsets); !word.empty(); word = take_word(charsets)) {
    const auto dash = word.find('-');
    Range range{};
    const bool good = dash == std::string_view::npos
                          ? read_hex(word, range.first)
                          : read_hex(word.substr(0, dash), range.first) &&
                                read_hex(word.substr(dash + 1), range.last);
    if (dash == std::string_view::npos) range.last = range.first;
    if (good && range.first <= range.last) all.push_back(range);
  }
  std::sort(all.begin(), all.end(),
            [](const Range& one, const Range& other) { return one.first < other.first; });
  for (const auto& range : all) {
    if (!ranges_.empty() && range.first <= ranges_.back().last + 1)
      ranges_.back().last = std::max(ranges_.back().last, range.last);
    else
      ranges_.push_back(range);
  }
}

bool Letters::has(char32_t character) const {
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), character,
                       [](char32_t one, const Range& range) { return one < range.first; });
  if (after != ranges_.begin() && character <= std::prev(after)->last) return true;
  return std::any_of(never_drawn.begin(), never_drawn.end(), [&](const Span& span) {
    return span.first <= character && character <= span.last;
  });
}

std::string Letters::spelled(std::string_view text) const {
  std::string made;
  made.reserve(text.size());
  while (!text.empty()) {
    const auto [character, bytes] = first_of(text);
    if (character <= last_of_ascii || bytes == 1 || has(character))
      made += text.substr(0, bytes);
    else
      made += name_of(character);
    text.remove_prefix(bytes);
  }
  return made;
}

std::string Letters::spelled_page(std::string_view html) const {
  std::string made;
  made.reserve(html.size());
  while (!html.empty()) {
    const auto tag = std::min(html.find('<'), html.size());
    made += spelled(html.substr(0, tag));
    html.remove_prefix(tag);
    const auto end = html.find('>');
    const auto bytes = end == std::string_view::npos ? html.size() : end + 1;
    made += html.substr(0, bytes);
    html.remove_prefix(bytes);
  }
  return made;
}

}  // namespace onereturn::convert
