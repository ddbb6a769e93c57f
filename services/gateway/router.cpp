#include "gateway/router.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace onereturn::gateway {

namespace {

bool is_parameter(const std::string& segment) { return segment.starts_with('{'); }

// What a pattern matches, whatever its parameters are called.
std::string shape_of(http::Verb verb, const std::vector<std::string>& segments) {
  std::string shape{http::name_of(verb)};
  for (const auto& segment : segments) {
    shape += '/' + (is_parameter(segment) ? std::string{"{}"} : segment);
  }
  return shape;
}

}  // namespace

Router::Pattern Router::parse(std::string_view text) {
  if (!text.starts_with('/')) {
    throw std::logic_error{"a route must begin with a slash: " + std::string{text}};
  }
  Pattern pattern;
  text.remove_prefix(1);
  while (!text.empty()) {
    const auto end = std::min(text.find('/'), text.size());
    std::string segment{text.substr(0, end)};
    const bool whole = segment.find_first_of("{}") == std::string::npos ||
                       (segment.size() > 2 && segment.front() == '{' && segment.back() == '}');
    if (segment.empty() || !whole) {
      throw std::logic_error{"a route has a malformed segment: " + segment};
    }
    pattern.rank += is_parameter(segment) ? 'p' : 'l';
    pattern.segments.push_back(std::move(segment));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pattern;
}

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)} {
  std::map<std::string, std::string> shapes;
  for (const auto& route : routes_) {
    patterns_.push_back(parse(route.pattern));
    const auto shape = shape_of(route.verb, patterns_.back().segments);
    if (!shapes.emplace(shape, route.pattern).second) {
      throw std::logic_error{"two routes claim " + shape};
    }
  }
}

bool Router::fits(const Pattern& pattern, const std::vector<std::string>& segments) {
  return pattern.segments.size() == segments.size() &&
         std::equal(segments.begin(), segments.end(), pattern.segments.begin(),
                    [](const std::string& given, const std::string& wanted) {
                      return is_parameter(wanted) ? !given.empty() : given == wanted;
                    });
}

Router::Match Router::find(http::Verb verb, const std::vector<std::string>& segments) const {
  const http::Verb wanted = verb == http::Verb::head ? http::Verb::get : verb;
  Match match;
  const Pattern* best = nullptr;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(patterns_[i], segments)) {
      continue;
    }
    if (routes_[i].verb != wanted) {
      match.other_verbs.push_back(routes_[i].verb);
    } else if (best == nullptr || patterns_[i].rank < best->rank) {
      best = &patterns_[i];
      match.route = &routes_[i];
    }
  }
  if (best != nullptr) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const auto& segment = best->segments[i];
      if (is_parameter(segment)) {
        match.parameters.emplace_back(segment.substr(1, segment.size() - 2), segments[i]);
      }
    }
  }
  return match;
}

}  // namespace onereturn::gateway
