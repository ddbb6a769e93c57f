#include "platform/json/reader.hpp"

namespace onereturn::json {

ObjectReader::ObjectReader(const Value& value, std::string path, Faults& faults)
    : value_(&value), path_(std::move(path)), faults_(&faults) {
  if (value.if_object() == nullptr) {
    faults.add(path_, std::string("must be an object, not ") + kind_in_words(value));
  }
}

const Value* ObjectReader::take(std::string_view key) {
  asked_.emplace(key);
  return value_->find(key);
}

const Value* ObjectReader::take_required(std::string_view key) {
  const Value* value = take(key);
  if (value == nullptr && value_->if_object() != nullptr) refuse(key, "is missing");
  return value;
}

const Value* ObjectReader::take_optional(std::string_view key) {
  const Value* value = take(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool ObjectReader::has(std::string_view key) const {
  const Value* value = value_->find(key);
  return value != nullptr && !value->is_null();
}

void ObjectReader::refuse(std::string_view key, std::string message) {
  faults_->add(path_to(key), std::move(message));
}

void ObjectReader::finish() {
  const Object* object = value_->if_object();
  if (object == nullptr) return;
  for (const auto& [key, member] : *object) {
    if (!asked_.contains(key)) refuse(key, "is not known here");
  }
}

std::optional<std::string> ObjectReader::read_text(const Value& value, const std::string& path,
                                                   TextRule rule) {
  const std::string* text = value.if_text();
  if (text == nullptr) {
    faults_->add(path, std::string("must be text, not ") + kind_in_words(value));
    return std::nullopt;
  }
  if (text->empty() && !rule.may_be_empty) {
    faults_->add(path, "must not be empty");
    return std::nullopt;
  }
  if (text->size() > rule.bytes_max) {
    faults_->add(path, "is longer than " + std::to_string(rule.bytes_max) + " bytes");
    return std::nullopt;
  }
  return *text;
}

std::string ObjectReader::text(std::string_view key, TextRule rule) {
  const Value* value = take_required(key);
  if (value == nullptr) return {};
  return read_text(*value, path_to(key), rule).value_or("");
}

std::string ObjectReader::optional_text(std::string_view key, TextRule rule) {
  const Value* value = take_optional(key);
  if (value == nullptr) return {};
  return read_text(*value, path_to(key), rule).value_or("");
}

std::optional<std::string> ObjectReader::nullable_text(std::string_view key, TextRule rule) {
  const Value* value = take_optional(key);
  if (value == nullptr) return std::nullopt;
  return read_text(*value, path_to(key), rule);
}

std::optional<int> ObjectReader::read_integer(const Value& value, const std::string& path, int low,
                                              int high) {
  const std::int64_t* number = value.if_integer();
  if (number == nullptr) {
    faults_->add(path, std::string("must be a whole number, not ") + kind_in_words(value));
    return std::nullopt;
  }
  if (*number < low || *number > high) {
    faults_->add(path, std::to_string(*number) + " is not between " + std::to_string(low) +
                           " and " + std::to_string(high));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

int ObjectReader::integer(std::string_view key, int low, int high) {
  const Value* value = take_required(key);
  if (value == nullptr) return low;
  return read_integer(*value, path_to(key), low, high).value_or(low);
}

std::optional<int> ObjectReader::optional_integer(std::string_view key, int low, int high) {
  const Value* value = take_optional(key);
  if (value == nullptr) return std::nullopt;
  return read_integer(*value, path_to(key), low, high);
}

bool ObjectReader::flag(std::string_view key) {
  const Value* value = take_required(key);
  if (value == nullptr) return false;
  if (const bool* flag = value->if_bool()) return *flag;
  refuse(key, std::string("must be true or false, not ") + kind_in_words(*value));
  return false;
}

bool ObjectReader::optional_flag(std::string_view key, bool otherwise) {
  return has(key) ? flag(key) : (asked_.emplace(key), otherwise);
}

std::size_t ObjectReader::word_index(std::string_view key, const std::vector<std::string>& words) {
  const Value* value = take_required(key);
  if (value == nullptr) return 0;
  const std::optional<std::string> text = read_text(*value, path_to(key), {});
  if (!text) return 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == *text) return i;
  }
  std::string message = "\"" + *text + "\" is not one of";
  for (const std::string& word : words)
    message += " " + word;
  refuse(key, message);
  return 0;
}

std::vector<std::string> ObjectReader::read_texts(const Value& value, std::string_view key,
                                                  TextRule rule) {
  std::vector<std::string> result;
  const Array* array = value.if_array();
  if (array == nullptr) {
    refuse(key, std::string("must be a list, not ") + kind_in_words(value));
    return result;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    auto text = read_text((*array)[i], path_to(key) + "/" + std::to_string(i), rule);
    if (text) result.push_back(std::move(*text));
  }
  return result;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, TextRule rule) {
  const Value* value = take_required(key);
  return value == nullptr ? std::vector<std::string>{} : read_texts(*value, key, rule);
}

std::vector<std::string> ObjectReader::optional_texts(std::string_view key, TextRule rule) {
  const Value* value = take_optional(key);
  return value == nullptr ? std::vector<std::string>{} : read_texts(*value, key, rule);
}

std::vector<int> ObjectReader::integers(std::string_view key, int low, int high) {
  std::vector<int> result;
  const Value* value = take_required(key);
  if (value == nullptr) return result;
  const Array* array = value->if_array();
  if (array == nullptr) {
    refuse(key, std::string("must be a list, not ") + kind_in_words(*value));
    return result;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    auto number = read_integer((*array)[i], path_to(key) + "/" + std::to_string(i), low, high);
    if (number) result.push_back(*number);
  }
  return result;
}

void ObjectReader::read_objects(const Value& value, std::string_view key, const ReadObject& read) {
  const Array* array = value.if_array();
  if (array == nullptr) {
    refuse(key, std::string("must be a list, not ") + kind_in_words(value));
    return;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    ObjectReader element((*array)[i], path_to(key) + "/" + std::to_string(i), *faults_);
    if ((*array)[i].if_object() == nullptr) continue;
    read(element);
    element.finish();
  }
}

void ObjectReader::objects(std::string_view key, const ReadObject& read) {
  const Value* value = take_required(key);
  if (value != nullptr) read_objects(*value, key, read);
}

void ObjectReader::optional_objects(std::string_view key, const ReadObject& read) {
  const Value* value = take_optional(key);
  if (value != nullptr) read_objects(*value, key, read);
}

void ObjectReader::object(std::string_view key, const ReadObject& read) {
  const Value* value = take_required(key);
  if (value == nullptr) return;
  ObjectReader member(*value, path_to(key), *faults_);
  if (value->if_object() == nullptr) return;
  read(member);
  member.finish();
}

bool ObjectReader::optional_object(std::string_view key, const ReadObject& read) {
  if (take_optional(key) == nullptr) return false;
  object(key, read);
  return true;
}

std::vector<std::pair<std::string, std::string>> ObjectReader::text_map(std::string_view key) {
  std::vector<std::pair<std::string, std::string>> result;
  const Value* value = take_required(key);
  if (value == nullptr) return result;
  const Object* object = value->if_object();
  if (object == nullptr) {
    refuse(key, std::string("must be an object, not ") + kind_in_words(*value));
    return result;
  }
  for (const auto& [name, member] : *object) {
    auto text = read_text(member, path_to(key) + "/" + name, {100'000, true});
    if (text) result.emplace_back(name, std::move(*text));
  }
  return result;
}

}  // namespace onereturn::json
