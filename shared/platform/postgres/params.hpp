#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

// An array of any PostgreSQL type, written so that no element can be mistaken for syntax.
Param to_array(std::span<const Param> elements);

template <class T>
Param to_param(const std::vector<T>& values) {
  std::vector<Param> elements;
  elements.reserve(values.size());
  for (const auto& value : values) {
    elements.push_back(to_param(value));
  }
  return to_array(elements);
}

// bytea in hexadecimal form.
Param to_bytea(std::string_view bytes);

template <class... Values>
std::vector<Param> to_params(const Values&... values) {
  return std::vector<Param>{to_param(values)...};
}

}  // namespace onereturn::postgres
