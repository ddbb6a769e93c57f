#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onereturn::http {

// Names with values in the order they arrived: query, form fields, cookies, headers.
// A name may occur more than once.
class Fields {
 public:
  enum class Case { sensitive, insensitive };
  using Field = std::pair<std::string, std::string>;

  explicit Fields(Case names = Case::sensitive) : names_{names} {}

  // Appends, keeping earlier fields of the same name.
  void add(std::string name, std::string value);

  // Replaces every field of that name by this one.
  void set(std::string name, std::string value);

  // The first value of that name, or nothing.
  std::optional<std::string_view> find(std::string_view name) const;

  // The first value of that name as text, or the fallback ("" when none is given).
  std::string get(std::string_view name, std::string_view fallback = {}) const;

  // Every value of that name, in order: check boxes, repeated parameters.
  std::vector<std::string> all(std::string_view name) const;

  bool has(std::string_view name) const { return find(name).has_value(); }
  std::size_t size() const { return fields_.size(); }
  bool empty() const { return fields_.empty(); }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

 private:
  bool same(std::string_view a, std::string_view b) const;

  Case names_;
  std::vector<Field> fields_;
};

// Compares ASCII letters without their case: header names, host names.
bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace onereturn::http
