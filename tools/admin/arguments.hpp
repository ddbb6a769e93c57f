#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace onereturn::admin {

// What stood on the command line after the command's own words: plain words, and options with
// their values ("--email a@b"). An option without a value, such as --json, has the value "".
class Arguments {
 public:
  // Refuses with invalid an option that is not among `known` (a trailing "=" there means that it
  // takes a value), or one whose value is missing.
  static Result<Arguments> parse(const std::vector<std::string>& words,
                                 const std::vector<std::string_view>& known);

  const std::vector<std::string>& words() const { return words_; }
  bool has(std::string_view option) const { return options_.contains(option); }
  // The value, or "" when the option was not given.
  std::string value(std::string_view option) const;

 private:
  std::vector<std::string> words_;
  std::map<std::string, std::string, std::less<>> options_;
};

}  // namespace onereturn::admin
