// What stands in the head of a mail: subjects, and addresses.

#include "base/email.hpp"
#include "fuzz/target.hpp"
#include "platform/mail/mailer.hpp"

namespace onereturn::fuzz {
namespace {

// The bytes of one encoded word, by rules of its own.
std::string decoded(std::string_view word) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned value = 0;
  int bits = 0;
  for (const char c : word) {
    if (c == '=') break;
    const auto digit = digits.find(c);
    must(digit != std::string_view::npos, "an encoded word is base64");
    value = (value << 6U | static_cast<unsigned>(digit)) & 0xFFFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(value >> static_cast<unsigned>(bits) & 0xFFU);
  }
  return bytes;
}

std::string read_words(std::string_view header) {
  constexpr std::string_view start = "=?UTF-8?B?";
  constexpr std::string_view end = "?=";
  std::string text;
  while (!header.empty()) {
    must(header.starts_with(start), "an encoded word begins as one");
    const auto close = header.find(end, start.size());
    must(close != std::string_view::npos && close + 2 <= 75,
         "an encoded word has 75 signs at most");
    const auto piece = decoded(header.substr(start.size(), close - start.size()));
    must(!piece.empty(), "an encoded word holds something");
    text += piece;
    header.remove_prefix(close + end.size());
    if (header.empty()) break;
    must(header.starts_with("\r\n "), "a line that goes on begins with a blank");
    header.remove_prefix(3);
  }
  return text;
}

void look_at_subject(const std::string& subject) {
  auto plain = subject;
  for (char& c : plain) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
  }
  const auto header = mail::header_text(subject);
  for (const char c : header)
    must(static_cast<unsigned char>(c) < 0x7FU, "a header is ASCII");
  const bool encoded = header.starts_with("=?");
  must(encoded || header.find_first_of("\r\n") == std::string::npos, "plain words are one line");
  must((encoded ? read_words(header) : header) == plain, "a header is read as what was written");
}

void one_input(std::string_view bytes) {
  look_at_subject(std::string(bytes));
  if (!is_email(bytes)) return;
  must(bytes.size() <= 254, "an address keeps its limit");
  must(bytes.find_first_of("\r\n\t <>\",;:()[]\\") == std::string_view::npos,
       "nothing in an address ends it");
  must(bytes.find('@') == bytes.rfind('@') && bytes.front() != '-', "an address has one at-sign");
}

const Known known("mail_header", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
