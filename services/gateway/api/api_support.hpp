#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "platform/json/reader.hpp"
#include "platform/json/value.hpp"

// What most endpoints begin or end with.
namespace onereturn::gateway::api {

// Reads the JSON body with `read`. Refuses with malformed-json, or with validation: one field error
// per fault, by its path ("/parts/0/level"); unknown members are faults.
Result<Done> read_body(const RequestContext& context,
                       const std::function<void(json::ObjectReader&)>& read);

// The version that the client changed: If-Match: "3", or the body's `version`. Refuses with
// precondition-required when there is neither.
Result<int> base_version(const RequestContext& context, const std::optional<int>& in_body);

// A path parameter or text as an id. Refuses with not_found, as for a foreign one.
Result<RequestId> request_in_path(const RequestContext& context);
template <class AnyId>
Result<AnyId> id_of(const std::string& text) {
  auto id = AnyId::parse(text);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "There is no such record here."};
  return *id;
}

// ?unit= of the address; nothing when it names none. Refuses with not_found for no uuid.
Result<std::optional<UnitId>> asked_unit(const RequestContext& context);

// The workspace of that unit, today. Refuses as load_workspace does.
Result<returns::Workspace> workspace(RequestContext& context);

// The text of a JSON member when it is there, or nothing.
json::Value or_null(const std::string& text);
json::Value or_null(const std::optional<int>& number);
json::Value or_null(const std::optional<Date>& date);
json::Value or_null(const std::optional<Instant>& instant);

json::Value to_json(const returns::BoardRef& board);

// A list of JSON values from any range.
template <class Range, class Make>
json::Value list_of(const Range& range, Make&& make) {
  json::Array array;
  for (const auto& each : range)
    array.push_back(make(each));
  return array;
}

}  // namespace onereturn::gateway::api
