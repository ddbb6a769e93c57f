#include "tools/admin/arguments.hpp"

#include <algorithm>

namespace onereturn::admin {
namespace {

Problem wrong(std::string detail) {
  return {ProblemCode::invalid, "command-line", std::move(detail)};
}

}  // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words,
                                   const std::vector<std::string_view>& known) {
  Arguments found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    if (!word.starts_with("--")) {
      found.words_.push_back(word);
      continue;
    }
    const auto name = word.substr(2);
    if (std::ranges::find(known, name) != known.end()) {
      found.options_[name] = "";
    } else if (std::ranges::find(known, name + "=") == known.end()) {
      return wrong("There is no option " + word + " here.");
    } else if (i + 1 == words.size()) {
      return wrong(word + " needs a value.");
    } else {
      found.options_[name] = words[++i];
    }
  }
  return found;
}

std::string Arguments::value(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::string() : found->second;
}

}  // namespace onereturn::admin
