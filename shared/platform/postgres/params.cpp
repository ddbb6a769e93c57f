#include "platform/postgres/params.hpp"

namespace onereturn::postgres {

ArrayText::ArrayText(std::size_t count) { text_.reserve(16 * (count + 1)); }

void ArrayText::add(std::string_view element) {
  if (text_.size() > 1) {
    text_.push_back(',');
  }
  text_.push_back('"');
  for (;;) {
    const auto plain = element.substr(0, element.find_first_of("\"\\"));
    text_.append(plain);
    element.remove_prefix(plain.size());
    if (element.empty()) {
      break;
    }
    text_.push_back('\\');
    text_.push_back(element.front());
    element.remove_prefix(1);
  }
  text_.push_back('"');
}

void ArrayText::add_null() {
  if (text_.size() > 1) {
    text_.push_back(',');
  }
  text_ += "NULL";
}

Param ArrayText::finish() && {
  text_.push_back('}');
  return std::move(text_);
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
