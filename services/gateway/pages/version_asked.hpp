#pragma once

#include <charconv>
#include <optional>

#include "gateway/request_context.hpp"

namespace onereturn::gateway::pages {

// The version of a return that the address asks for ("?version=2"); 0, which no return has, for
// what is no number. Nothing when it names none.
inline std::optional<int> version_asked(const RequestContext& context) {
  const auto text = context.request().query.get("version");
  if (text.empty()) return std::nullopt;
  int version = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
  const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return good && version > 0 ? version : 0;
}

}  // namespace onereturn::gateway::pages
