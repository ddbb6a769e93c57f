#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/routes.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway {

// Finds the row of the table for a request.
class Router {
 public:
  struct Match {
    const Route* route = nullptr;  // none: nothing is there, or not for that verb
    std::vector<std::pair<std::string, std::string>> parameters;
    std::vector<http::Verb> other_verbs;  // what the path has, when it has no such verb
  };

  // Throws std::logic_error when two routes claim the same verb and shape of path, or a pattern
  // is malformed.
  explicit Router(std::vector<Route> routes);

  // HEAD finds the route of GET. A literal segment wins over a parameter, from the left.
  Match find(http::Verb verb, const std::vector<std::string>& segments) const;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Pattern {
    std::vector<std::string> segments;  // "{requirement}" for a parameter
    std::string rank;                   // "l" or "p" for each segment: sorts literals first
  };

  static Pattern parse(std::string_view text);
  static bool fits(const Pattern& pattern, const std::vector<std::string>& segments);

  std::vector<Route> routes_;
  std::vector<Pattern> patterns_;  // of the same index
};

}  // namespace onereturn::gateway
