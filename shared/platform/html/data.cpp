#include "platform/html/data.hpp"

#include <stdexcept>

namespace onereturn::html {

Data Data::text_or_no(std::string text) {
  return text.empty() ? Data(false) : Data(std::move(text));
}

Data& Data::set(std::string key, Data value) {
  auto* object = std::get_if<Object>(&value_);
  if (object == nullptr) {
    throw std::logic_error("html::Data: set '" + key + "' on something that is no object");
  }
  object->insert_or_assign(std::move(key), std::move(value));
  return *this;
}

Data& Data::push(Data value) {
  auto* items = std::get_if<List>(&value_);
  if (items == nullptr) {
    throw std::logic_error("html::Data: push on something that is no list");
  }
  items->push_back(std::move(value));
  return *this;
}

Data& Data::merge(Data other) {
  auto* object = std::get_if<Object>(&value_);
  auto* more = std::get_if<Object>(&other.value_);
  if (object == nullptr || more == nullptr) {
    throw std::logic_error("html::Data: merge needs two objects");
  }
  for (auto& [key, value] : *more) {
    object->insert_or_assign(key, std::move(value));
  }
  return *this;
}

const Data* Data::find(std::string_view key) const {
  const auto* object = std::get_if<Object>(&value_);
  if (object == nullptr) {
    return nullptr;
  }
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &found->second;
}

const Data::List& Data::items() const {
  static const List none;
  const auto* items = std::get_if<List>(&value_);
  return items == nullptr ? none : *items;
}

const std::string& Data::text() const {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&value_);
  return text == nullptr ? none : *text;
}

}  // namespace onereturn::html
