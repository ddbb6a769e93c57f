#include "gateway/api/api_support.hpp"

namespace onereturn::gateway::api {

json::Value or_null(const std::string& text) {
  return text.empty() ? json::Value() : json::Value(text);
}

json::Value or_null(const std::optional<int>& number) {
  return number ? json::Value(*number) : json::Value();
}

json::Value or_null(const std::optional<Date>& date) {
  return date ? json::Value(to_iso(*date)) : json::Value();
}

json::Value or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(to_iso(*instant)) : json::Value();
}

}  // namespace onereturn::gateway::api
