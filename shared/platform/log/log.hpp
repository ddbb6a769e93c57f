#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace onereturn::log {

enum class Level { info, warning, error };

// One fact of a line. Ids, counts, names of routes and states: never what a person wrote, never
// a name, an address, a password or a token.
using Value = std::variant<std::string, std::int64_t, double, bool>;
using Facts = std::vector<std::pair<std::string, Value>>;

// Writes one JSON object a line: {"at":"…Z","level":"info","event":"request",…}. May be called
// from any thread; a line is never mixed with another.
class Logger {
 public:
  using Sink = std::function<void(const std::string& line)>;

  // To standard output.
  explicit Logger(std::string program);
  Logger(std::string program, Sink sink);

  // Never throws: a line that cannot be written is lost.
  void write(Level level, std::string_view event, const Facts& facts = {}) noexcept;
  void info(std::string_view event, const Facts& facts = {}) noexcept {
    write(Level::info, event, facts);
  }
  void warning(std::string_view event, const Facts& facts = {}) noexcept {
    write(Level::warning, event, facts);
  }
  void error(std::string_view event, const Facts& facts = {}) noexcept {
    write(Level::error, event, facts);
  }

 private:
  std::string program_;
  Sink sink_;
};

// The text as a JSON string with its quotes; bytes that are not UTF-8 become '?', control
// characters are escaped, so that no value can start a line of its own.
std::string quoted(std::string_view text);

}  // namespace onereturn::log
