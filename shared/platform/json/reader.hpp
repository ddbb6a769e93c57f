#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/json/json.hpp"

namespace onereturn::json {

// Gathers every fault of a document, so that a person corrects all of them at once.
class Faults {
 public:
  void add(std::string path, std::string message) {
    list_.push_back({std::move(path), std::move(message)});
  }
  bool empty() const { return list_.empty(); }
  const std::vector<Fault>& list() const { return list_; }

 private:
  std::vector<Fault> list_;
};

struct TextRule {
  std::size_t bytes_max = 100'000;
  bool may_be_empty = false;
};

// Reads the members of one object by name. Each method adds a fault with the member's path and
// returns a harmless default when the member is missing or is not what it should be; the optional_
// ones take an absent member and null for nothing. `finish` adds a fault for each member that
// nobody asked for. Borrows the value and the faults.
class ObjectReader {
 public:
  ObjectReader(const Value& value, std::string path, Faults& faults);

  std::string text(std::string_view key, TextRule rule = {});
  std::string optional_text(std::string_view key, TextRule rule = {100'000, true});
  std::optional<std::string> nullable_text(std::string_view key, TextRule rule = {});
  int integer(std::string_view key, int low, int high);
  std::optional<int> optional_integer(std::string_view key, int low, int high);
  bool flag(std::string_view key);
  bool optional_flag(std::string_view key, bool otherwise);

  // One of the words of the table.
  template <class E>
  E choice(std::string_view key, std::span<const std::pair<const char*, E>> words) {
    std::vector<std::string> names;
    for (const auto& entry : words)
      names.emplace_back(entry.first);
    return words[word_index(key, names)].second;
  }

  // A list of texts; absent gives an empty list only with the optional_ form.
  std::vector<std::string> texts(std::string_view key, TextRule rule = {});
  std::vector<std::string> optional_texts(std::string_view key, TextRule rule = {});
  std::vector<int> integers(std::string_view key, int low, int high);

  // A list of objects: `read` is called for each, and the unknown members of each are refused.
  using ReadObject = std::function<void(ObjectReader&)>;
  void objects(std::string_view key, const ReadObject& read);
  void optional_objects(std::string_view key, const ReadObject& read);
  // One object.
  void object(std::string_view key, const ReadObject& read);
  // True, and `read` called, when the member is there and not null.
  bool optional_object(std::string_view key, const ReadObject& read);
  // An object from names to texts.
  std::vector<std::pair<std::string, std::string>> text_map(std::string_view key);

  // True when the member is there and not null. Does not count as asked for.
  bool has(std::string_view key) const;

  void refuse(std::string_view key, std::string message);
  void finish();

  const std::string& path() const { return path_; }
  std::string path_to(std::string_view key) const { return path_ + "/" + std::string(key); }

 private:
  const Value* take(std::string_view key);
  const Value* take_required(std::string_view key);
  const Value* take_optional(std::string_view key);
  std::optional<std::string> read_text(const Value& value, const std::string& path, TextRule rule);
  std::optional<int> read_integer(const Value& value, const std::string& path, int low, int high);
  std::size_t word_index(std::string_view key, const std::vector<std::string>& words);
  void read_objects(const Value& value, std::string_view key, const ReadObject& read);
  std::vector<std::string> read_texts(const Value& value, std::string_view key, TextRule rule);

  const Value* value_;
  std::string path_;
  Faults* faults_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace onereturn::json
