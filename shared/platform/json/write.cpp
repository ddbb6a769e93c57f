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

}  // namespace

std::string write(const Value& value, Style style) {
  try {
    return to_library(value).dump(style == Style::indented ? 1 : -1);
  } catch (const Ordered::exception& error) {
    throw std::invalid_argument(std::string("cannot be written as JSON: ") + error.what());
  }
}

}  // namespace onereturn::json
