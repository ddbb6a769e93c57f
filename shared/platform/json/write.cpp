#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "platform/json/json.hpp"

namespace onereturn::json {
namespace {

// Keeps members in the order in which they were put.
using Ordered = nlohmann::ordered_json;

Ordered to_library(const Value& value) {
  if (const bool* flag = value.if_bool()) return *flag;
  if (const auto* whole = value.if_integer()) return *whole;
  if (const double* real = value.if_real()) return *real;
  if (const std::string* text = value.if_text()) return *text;
  if (const Array* array = value.if_array()) {
    Ordered result = Ordered::array();
    for (const Value& element : *array)
      result.push_back(to_library(element));
    return result;
  }
  if (const Object* object = value.if_object()) {
    Ordered result = Ordered::object();
    for (const auto& [key, member] : *object)
      result[key] = to_library(member);
    return result;
  }
  return nullptr;
}

[[noreturn]] void refuse_text() {
  throw std::invalid_argument("cannot be written as JSON: a text is not UTF-8");
}

// How many bytes the character takes that begins at `at`; refuses what RFC 3629 does not allow.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t place) {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
  };
  const unsigned first = byte(at);
  const unsigned second = byte(at + 1);
  const std::size_t length = first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
  const unsigned low = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
  const unsigned high = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
  if (first < 0xC2U || first > 0xF4U || second < low || second > high) refuse_text();
  for (std::size_t more = 2; more < length; ++more) {
    if ((byte(at + more) & 0xC0U) != 0x80U) refuse_text();
  }
  return length;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view plain = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  if (const auto at = plain.find(c); at != std::string_view::npos) {
    out.push_back('\\');
    out.push_back(letters[at]);
    return;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  out.append("\\u00").push_back(digits[code >> 4U]);
  out.push_back(digits[code & 0xFU]);
}

void append_text(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = static_cast<unsigned char>(text[at]);
    if (code >= 0x80) {
      at += character_length(text, at);
      continue;
    }
    if (code < 0x20 || code == '"' || code == '\\') {
      out.append(text.substr(copied, at - copied));
      append_escaped(out, text[at]);
      copied = at + 1;
    }
    ++at;
  }
  out.append(text.substr(copied)).push_back('"');
}

void append(std::string& out, const Value& value);

void append_list(std::string& out, const Array& array) {
  out.push_back('[');
  for (const Value& element : array) {
    if (&element != &array.front()) out.push_back(',');
    append(out, element);
  }
  out.push_back(']');
}

void append_object(std::string& out, const Object& object) {
  out.push_back('{');
  for (const auto& member : object) {
    if (&member != &object.front()) out.push_back(',');
    append_text(out, member.first);
    out.push_back(':');
    append(out, member.second);
  }
  out.push_back('}');
}

// What an answer of the API is written with: into one text, without a second tree.
void append(std::string& out, const Value& value) {
  if (const std::string* text = value.if_text()) {
    append_text(out, *text);
  } else if (const Array* array = value.if_array()) {
    append_list(out, *array);
  } else if (const Object* object = value.if_object()) {
    append_object(out, *object);
  } else if (const auto* whole = value.if_integer()) {
    out.append(std::to_string(*whole));
  } else if (const bool* flag = value.if_bool()) {
    out.append(*flag ? "true" : "false");
  } else if (const double* real = value.if_real()) {
    // Hashes are taken of what is written: the library's way to write a fraction stays.
    out.append(Ordered(*real).dump());
  } else {
    out.append("null");
  }
}

}  // namespace

std::string write(const Value& value, Style style) {
  if (style == Style::compact) {
    std::string out;
    append(out, value);
    return out;
  }
  try {
    return to_library(value).dump(1);
  } catch (const Ordered::exception& error) {
    throw std::invalid_argument(std::string("cannot be written as JSON: ") + error.what());
  }
}

}  // namespace onereturn::json
