#include <algorithm>
#include <string_view>

#include "platform/mail/mailer.hpp"

namespace onereturn::mail {

namespace {

// An encoded word has 75 characters at most: 12 around it, and 4 for each 3 bytes.
constexpr std::size_t bytes_in_word = 45;

std::string base64(std::string_view bytes) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const bool there = at + i < bytes.size();
      value = value << 8U | (there ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const bool pad = at + i > bytes.size();
      text += pad ? '=' : digits[value >> (18 - 6 * i) & 63U];
    }
  }
  return text;
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

std::string header_text(const std::string& text) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  const bool ascii = std::all_of(line.begin(), line.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (ascii && line.find("=?") == std::string::npos) {
    return line;
  }
  std::string words;
  for (std::size_t from = 0; from < line.size();) {
    auto end = std::min(from + bytes_in_word, line.size());
    while (end < line.size() && end > from + 1 && !begins_character(line[end])) {
      --end;
    }
    words += (words.empty() ? "" : "\r\n ");
    words += "=?UTF-8?B?" + base64(std::string_view{line}.substr(from, end - from)) + "?=";
    from = end;
  }
  return words;
}

}  // namespace onereturn::mail
