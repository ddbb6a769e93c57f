#include "platform/postgres/params.hpp"

namespace onereturn::postgres {

Param to_array(std::span<const Param> elements) {
  std::string text = "{";
  for (const auto& element : elements) {
    if (text.size() > 1) {
      text.push_back(',');
    }
    if (!element) {
      text += "NULL";
      continue;
    }
    text.push_back('"');
    for (const char c : *element) {
      if (c == '"' || c == '\\') {
        text.push_back('\\');
      }
      text.push_back(c);
    }
    text.push_back('"');
  }
  text.push_back('}');
  return text;
}

Param to_bytea(std::string_view bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string text = "\\x";
  text.reserve(2 + 2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 0xfU]);
  }
  return text;
}

}  // namespace onereturn::postgres
