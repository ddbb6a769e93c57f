#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace onereturn::config {

// Looks a name up in the environment, or in a table of a test.
using Lookup = std::function<std::optional<std::string>(const std::string& name)>;
Lookup environment();

// Reads settings one by one, keeps what is wrong with them, and remembers them for printing. A
// wrong setting reads as its fallback, so that one start shows every mistake.
class Reader {
 public:
  enum class Secret { no, yes };

  explicit Reader(Lookup lookup) : lookup_{std::move(lookup)} {}

  std::string text(const std::string& name, std::string fallback, Secret secret = Secret::no);
  // Complains when it is not set or empty.
  std::string required(const std::string& name, Secret secret = Secret::no);
  // A whole number within the bounds.
  std::int64_t number(const std::string& name, std::int64_t fallback, std::int64_t least,
                      std::int64_t most);
  // "a,b , c" as three texts.
  std::vector<std::string> list(const std::string& name, const std::string& fallback,
                                Secret secret = Secret::no);
  // An ISO instant in UTC, or nothing when not set.
  std::optional<Instant> instant(const std::string& name);
  // One of the words given.
  std::string one_of(const std::string& name, const std::vector<std::string>& words,
                     const std::string& fallback);
  // Adds a complaint of the caller's own.
  void complain(const std::string& name, const std::string& what);

  // One sentence for each mistake; empty when all is well.
  const std::vector<std::string>& complaints() const { return complaints_; }
  // "ONERETURN_PORT=8443" a line, in the order read. A secret shows only whether it is set; a
  // database address shows without its password.
  std::string printed() const { return printed_; }

 private:
  std::optional<std::string> look(const std::string& name) const;
  void print(const std::string& name, const std::string& value, Secret secret);

  Lookup lookup_;
  std::vector<std::string> complaints_;
  std::string printed_;
};

}  // namespace onereturn::config
