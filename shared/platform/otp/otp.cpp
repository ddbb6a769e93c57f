#include "platform/otp/otp.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>

#include <liboath/oath.h>

namespace onereturn::otp {

namespace {

constexpr unsigned step_seconds = 30;
constexpr std::size_t code_length = 6;
constexpr std::size_t window = 1;

void initialise() {
  static const bool ready = oath_init() == OATH_OK;
  if (!ready) {
    throw std::runtime_error("the library for codes does not start");
  }
}

std::string base32(std::string_view secret) {
  initialise();
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(secret.data(), secret.size(), &text, &length) != OATH_OK) {
    throw std::bad_alloc();
  }
  const std::unique_ptr<char, decltype(&std::free)> held(text, &std::free);
  std::string letters(text, length);
  letters.erase(std::find(letters.begin(), letters.end(), '='), letters.end());
  return letters;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
  }
  return out;
}

}  // namespace

std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, Instant now) {
  initialise();
  std::string digits;
  std::copy_if(code.begin(), code.end(), std::back_inserter(digits),
               [](char c) { return c != ' '; });
  const bool shaped =
      digits.size() == code_length &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!shaped || secret.size() != secret_length) {
    return std::nullopt;
  }
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  int off = 0;
  const int found = oath_totp_validate2(secret.data(), secret.size(), seconds, step_seconds, 0,
                                        window, &off, digits.c_str());
  if (found < 0) {
    return std::nullopt;
  }
  return seconds / step_seconds + off;
}

std::string secret_words(std::string_view secret) {
  const auto letters = base32(secret);
  std::string words;
  for (std::size_t at = 0; at < letters.size(); at += 4) {
    words.append(at == 0 ? "" : " ").append(letters.substr(at, 4));
  }
  return words;
}

std::string address(std::string_view secret, std::string_view account, std::string_view issuer) {
  return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
         "?secret=" + base32(secret) + "&issuer=" + percent_encoded(issuer);
}

}  // namespace onereturn::otp
