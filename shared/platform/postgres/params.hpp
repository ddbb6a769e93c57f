#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

namespace onereturn::postgres {

// A parameter in PostgreSQL's text form; nothing is NULL.
using Param = std::optional<std::string>;

inline Param to_param(const char* text) { return Param(text); }
inline Param to_param(std::string text) { return Param(std::move(text)); }
inline Param to_param(std::string_view text) { return Param(std::string(text)); }
inline Param to_param(std::nullopt_t) { return std::nullopt; }
inline Param to_param(Date date) { return Param(to_iso(date)); }
inline Param to_param(Instant instant) { return Param(to_iso(instant)); }

template <std::same_as<bool> Bool>
Param to_param(Bool value) {
  return Param(value ? "true" : "false");
}

template <std::integral Number>
requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Param to_param(Number value) {
  return Param(std::to_string(value));
}

template <class Tag>
Param to_param(const Id<Tag>& id) {
  return id.empty() ? Param() : Param(id.text());
}

template <class T>
Param to_param(const std::vector<T>& values);

template <class T>
Param to_param(const std::optional<T>& value) {
  return value ? to_param(*value) : Param();
}

// Builds an array of any PostgreSQL type in one text, written so that no element can be mistaken
// for syntax.
class ArrayText {
 public:
  explicit ArrayText(std::size_t count);
  void add(std::string_view element);
  void add_null();
  Param finish() &&;

 private:
  std::string text_ = "{";
};

template <class T>
Param to_param(const std::vector<T>& values) {
  ArrayText array(values.size());
  for (const auto& value : values) {
    if constexpr (std::is_convertible_v<decltype(value), std::string_view>) {
      array.add(value);
    } else if constexpr (std::is_same_v<T, Param>) {
      value ? array.add(*value) : array.add_null();
    } else {
      const Param element = to_param(value);
      element ? array.add(*element) : array.add_null();
    }
  }
  return std::move(array).finish();
}

// bytea in hexadecimal form.
Param to_bytea(std::string_view bytes);

template <class... Values>
std::vector<Param> to_params(const Values&... values) {
  return std::vector<Param>{to_param(values)...};
}

}  // namespace onereturn::postgres
