#include "platform/http/urlencoded.hpp"

#include <array>
#include <cstdint>

namespace onereturn::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// Browsers send line ends of a text area as CR LF; one form inside makes lengths comparable.
std::string with_plain_line_ends(std::string text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out.push_back(text[i]);
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out.push_back('\n');
    }
  }
  return out;
}

bool is_acceptable(const std::string& text, std::size_t bytes_max) {
  return text.size() <= bytes_max && text.find('\0') == std::string::npos && is_valid_utf8(text);
}

struct Utf8Lead {
  int following;
  std::uint32_t bits;
  std::uint32_t smallest;
};

std::optional<Utf8Lead> lead_of(unsigned char c) {
  if (c < 0x80) {
    return Utf8Lead{0, c, 0};
  }
  if (c >= 0xC2 && c <= 0xDF) {
    return Utf8Lead{1, c & 0x1FU, 0x80};
  }
  if (c >= 0xE0 && c <= 0xEF) {
    return Utf8Lead{2, c & 0x0FU, 0x800};
  }
  if (c >= 0xF0 && c <= 0xF4) {
    return Utf8Lead{3, c & 0x07U, 0x10000};
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out.push_back(' ');
    } else if (text[i] != '%') {
      out.push_back(text[i]);
    } else {
      if (text.size() - i < 3) {
        return std::nullopt;
      }
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) {
        return std::nullopt;
      }
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(digits[byte >> 4U]);
      out.push_back(digits[byte & 15U]);
    }
  }
  return out;
}

std::optional<Fields> parse_urlencoded(std::string_view text, const FormLimits& limits) {
  Fields fields;
  while (!text.empty()) {
    const auto end = text.find('&');
    const auto pair = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (pair.empty()) {
      continue;
    }
    const auto equals = pair.find('=');
    auto name = percent_decode(pair.substr(0, equals), true);
    auto value = equals == std::string_view::npos ? std::optional<std::string>{""}
                                                  : percent_decode(pair.substr(equals + 1), true);
    if (!name || !value || fields.size() == limits.fields_max ||
        !is_acceptable(*name, limits.name_bytes_max) ||
        !is_acceptable(*value, limits.value_bytes_max)) {
      return std::nullopt;
    }
    fields.add(std::move(*name), with_plain_line_ends(std::move(*value)));
  }
  return fields;
}

Fields parse_cookies(std::string_view header) {
  Fields cookies;
  while (!header.empty()) {
    const auto end = header.find(';');
    auto pair = header.substr(0, end);
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    while (!pair.empty() && (pair.front() == ' ' || pair.front() == '\t')) {
      pair.remove_prefix(1);
    }
    while (!pair.empty() && (pair.back() == ' ' || pair.back() == '\t')) {
      pair.remove_suffix(1);
    }
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && equals > 0) {
      cookies.add(std::string{pair.substr(0, equals)}, std::string{pair.substr(equals + 1)});
    }
  }
  return cookies;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = lead_of(static_cast<unsigned char>(text[i]));
    if (!lead) {
      return false;
    }
    std::uint32_t point = lead->bits;
    for (int n = 0; n < lead->following; ++n) {
      ++i;
      if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
        return false;
      }
      point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < lead->smallest || surrogate || point > 0x10FFFF) {
      return false;
    }
  }
  return true;
}

}  // namespace onereturn::http
