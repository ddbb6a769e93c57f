#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace onereturn::html {

// What a template is filled with: an object, a list, a text or a yes/no. Nothing else exists on
// purpose: a partial or a lambda in the data would be parsed as a template.
//
//   auto page = Data::object();
//   page.set("title", "Home").set("count", 3).set("rows", Data::list());
class Data {
 public:
  using Object = std::map<std::string, Data, std::less<>>;
  using List = std::vector<Data>;

  // "No": prints nothing, and a section over it is skipped.
  Data() : value_(false) {}
  Data(std::same_as<bool> auto yes) : value_(yes) {}
  Data(std::string text) : value_(std::move(text)) {}
  Data(std::string_view text) : value_(std::string(text)) {}
  Data(const char* text) : value_(std::string(text)) {}
  // A number is stored as its decimal text; mustache prints nothing for anything else.
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Data(Number number)
      : value_(std::to_string(number)) {}
  Data(List items) : value_(std::move(items)) {}

  static Data object() { return Data(Object{}); }
  static Data list() { return Data(List{}); }
  // The text, or "no" when it is empty: an empty text would count as true in a section.
  static Data text_or_no(std::string text);

  // Sets one key of an object and returns the object. Throws std::logic_error on anything else.
  Data& set(std::string key, Data value);
  // Adds to a list and returns the list. Throws std::logic_error on anything else.
  Data& push(Data value);
  // Takes every key of another object over, replacing equal ones.
  Data& merge(Data other);

  bool is_object() const { return std::holds_alternative<Object>(value_); }
  bool is_list() const { return std::holds_alternative<List>(value_); }
  bool is_text() const { return std::holds_alternative<std::string>(value_); }
  bool is_yes() const { return std::holds_alternative<bool>(value_) && std::get<bool>(value_); }
  bool is_no() const { return std::holds_alternative<bool>(value_) && !std::get<bool>(value_); }

  // nullptr when this is no object or has no such key.
  const Data* find(std::string_view key) const;
  // Empty when this is not a list.
  const List& items() const;
  // Empty when this is not a text.
  const std::string& text() const;

  // For the renderer: hands over what is inside without copying the texts.
  std::variant<bool, std::string, Object, List> release() && { return std::move(value_); }
  const Object* as_object() const { return std::get_if<Object>(&value_); }

 private:
  explicit Data(Object object) : value_(std::move(object)) {}

  std::variant<bool, std::string, Object, List> value_;
};

}  // namespace onereturn::html
