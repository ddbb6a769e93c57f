#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/value.hpp"

namespace onereturn::json {

// What is wrong, and where: "/sections/2/items/0/facets", or "" for the whole text.
struct Fault {
  std::string path;
  std::string message;

  bool operator==(const Fault&) const = default;
};

struct Limits {
  int depth_max = 32;
  std::size_t bytes_max = 16U << 20U;
};

// Either a value and no fault, or faults and no value.
struct Parsed {
  std::optional<Value> value;
  std::vector<Fault> faults;
};

// Reads one JSON text. Refuses what is not JSON or not UTF-8, nesting deeper than the limit, a key
// that stands twice in one object, NUL inside text, whole numbers beyond 64 bits, and anything
// after the value.
Parsed parse(std::string_view text, Limits limits = {});

enum class Style { compact, indented };

// The value as JSON text: members in their order, UTF-8 as it is, no newline at the end.
// Throws std::invalid_argument when some text is not UTF-8.
std::string write(const Value& value, Style style = Style::compact);

// Checks a document against a JSON Schema (draft-07). An empty list means valid. A document that
// cannot be parsed gives its faults; so does a schema, under the path "schema".
std::vector<Fault> validate(std::string_view schema_text, std::string_view document_text);

// One fault a line: "/sections/2: the text".
std::string to_text(const std::vector<Fault>& faults);

}  // namespace onereturn::json
