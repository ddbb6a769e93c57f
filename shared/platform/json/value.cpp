#include "platform/json/value.hpp"

namespace onereturn::json {

Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

const Value* Value::find(std::string_view key) const {
  const Object* object = if_object();
  if (object == nullptr) return nullptr;
  for (const auto& [name, value] : *object) {
    if (name == key) return &value;
  }
  return nullptr;
}

const char* kind_in_words(const Value& value) {
  if (value.if_bool() != nullptr) return "yes or no";
  if (value.if_integer() != nullptr) return "a whole number";
  if (value.if_real() != nullptr) return "a number";
  if (value.if_text() != nullptr) return "text";
  if (value.if_array() != nullptr) return "a list";
  if (value.if_object() != nullptr) return "an object";
  return "null";
}

}  // namespace onereturn::json
