#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "platform/json/json.hpp"

namespace onereturn::json {
namespace {

using Library = nlohmann::json;

// Builds the tree from the library's events, because the library's own tree keeps the last of two
// equal keys without a word and knows no limit of depth.
class Builder {
 public:
  explicit Builder(int depth_max) : depth_max_(depth_max) {}

  bool null() { return put(Value()); }
  bool boolean(bool value) { return put(Value(value)); }
  bool number_integer(Library::number_integer_t value) {
    return put(Value(static_cast<std::int64_t>(value)));
  }
  bool number_unsigned(Library::number_unsigned_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return refuse("this whole number is too large");
    }
    return put(Value(static_cast<std::int64_t>(value)));
  }
  bool number_float(Library::number_float_t value, const Library::string_t& written) {
    // Without a point or exponent it was meant as a whole number, beyond what 64 bits hold.
    if (written.find_first_of(".eE") == std::string::npos) {
      return refuse("this whole number is too large");
    }
    return put(Value(static_cast<double>(value)));
  }
  bool string(Library::string_t& value) {
    if (value.find('\0') != std::string::npos) return refuse("text must not contain NUL");
    return put(Value(std::move(value)));
  }
  bool binary(Library::binary_t& /*value*/) { return refuse("binary is not JSON"); }

  bool start_object(std::size_t /*size*/) { return open(false); }
  bool start_array(std::size_t /*size*/) { return open(true); }
  bool key(Library::string_t& value) {
    Level& level = levels_.back();
    if (value.find('\0') != std::string::npos) return refuse("a key must not contain NUL");
    level.key = value;
    if (!level.keys.insert(value).second)
      return refuse("the key \"" + level.key + "\" stands twice");
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const Library::exception& error) {
    if (!fault_) {
      const bool range = dynamic_cast<const Library::out_of_range*>(&error) != nullptr;
      fault_ = Fault{path(), range ? "this number is too large"
                                   : "not JSON at byte " + std::to_string(position)};
    }
    return false;
  }

  std::optional<Value>& root() { return root_; }
  const std::optional<Fault>& fault() const { return fault_; }

 private:
  struct Level {
    bool is_array = false;
    Object object;
    Array array;
    std::set<std::string> keys;
    std::string key;
  };

  std::string path() const {
    std::string result;
    for (const Level& level : levels_) {
      result += '/';
      result += level.is_array ? std::to_string(level.array.size()) : level.key;
    }
    return result;
  }

  bool refuse(std::string message) {
    if (!fault_) fault_ = Fault{path(), std::move(message)};
    return false;
  }

  bool open(bool is_array) {
    if (static_cast<int>(levels_.size()) >= depth_max_) {
      return refuse("nested deeper than " + std::to_string(depth_max_));
    }
    levels_.emplace_back().is_array = is_array;
    return true;
  }

  bool close() {
    Level done = std::move(levels_.back());
    levels_.pop_back();
    return done.is_array ? put(Value(std::move(done.array))) : put(Value(std::move(done.object)));
  }

  bool put(Value value) {
    if (levels_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Level& level = levels_.back();
    if (level.is_array) {
      level.array.push_back(std::move(value));
    } else {
      level.object.emplace_back(level.key, std::move(value));
    }
    return true;
  }

  int depth_max_;
  std::vector<Level> levels_;
  std::optional<Value> root_;
  std::optional<Fault> fault_;
};

}  // namespace

Parsed parse(std::string_view text, Limits limits) {
  Parsed result;
  if (text.size() > limits.bytes_max) {
    result.faults.push_back({"", "longer than " + std::to_string(limits.bytes_max) + " bytes"});
    return result;
  }
  Builder builder(limits.depth_max);
  const bool complete = Library::sax_parse(text.begin(), text.end(), &builder);
  const auto& fault = builder.fault();
  if (fault) {
    result.faults.push_back(*fault);
  } else if (!complete || !builder.root()) {
    result.faults.push_back({"", "not JSON"});
  } else {
    result.value = std::move(builder.root());
  }
  return result;
}

std::string to_text(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    text += (fault.path.empty() ? "/" : fault.path) + ": " + fault.message + "\n";
  }
  return text;
}

}  // namespace onereturn::json
