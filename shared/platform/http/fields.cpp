#include "platform/http/fields.hpp"

#include <algorithm>

namespace onereturn::http {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

bool Fields::same(std::string_view a, std::string_view b) const {
  return names_ == Case::sensitive ? a == b : equals_ignoring_case(a, b);
}

void Fields::add(std::string name, std::string value) {
  fields_.emplace_back(std::move(name), std::move(value));
}

void Fields::set(std::string name, std::string value) {
  std::erase_if(fields_, [&](const Field& field) { return same(field.first, name); });
  add(std::move(name), std::move(value));
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (same(key, name)) {
      return value;
    }
  }
  return std::nullopt;
}

std::string Fields::get(std::string_view name, std::string_view fallback) const {
  return std::string{find(name).value_or(fallback)};
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields_) {
    if (same(key, name)) {
      values.push_back(value);
    }
  }
  return values;
}

}  // namespace onereturn::http
