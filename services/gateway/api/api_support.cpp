#include "gateway/api/api_support.hpp"

#include <charconv>

#include "domain/returns/load_workspace.hpp"
#include "domain/returns/workspace_ahead.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

// "\"3\"" or "3" as 3.
std::optional<int> version_in(std::string_view tag) {
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') {
    tag = tag.substr(1, tag.size() - 2);
  }
  int version = -1;
  const auto read = std::from_chars(tag.data(), tag.data() + tag.size(), version);
  if (read.ec != std::errc() || read.ptr != tag.data() + tag.size() || version < 0) {
    return std::nullopt;
  }
  return version;
}

}  // namespace

Result<Done> read_body(const RequestContext& context,
                       const std::function<void(json::ObjectReader&)>& read) {
  const auto body = context.json_body();
  if (!body) return body.problem();
  json::Faults faults;
  json::ObjectReader reader(*body, "", faults);
  if (body->if_object() != nullptr) {
    read(reader);
    reader.finish();
  }
  if (faults.empty()) return Done{};
  Problem problem{ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
  for (const auto& fault : faults.list())
    problem.fields.push_back({fault.path, fault.message});
  return problem;
}

Result<int> base_version(const RequestContext& context, const std::optional<int>& in_body) {
  if (const auto tag = context.request().header("If-Match"); !tag.empty()) {
    if (const auto version = version_in(tag)) return *version;
  } else if (in_body) {
    return *in_body;
  }
  return Problem{ProblemCode::conflict, "precondition-required",
                 "Say which version you changed: If-Match, or version in the body; 0 for none."};
}

Result<RequestId> request_in_path(const RequestContext& context) {
  return id_of<RequestId>(context.path("request"));
}

Result<std::optional<UnitId>> asked_unit(const RequestContext& context) {
  const auto text = context.request().query.get("unit");
  if (text.empty()) return std::optional<UnitId>();
  const auto unit = id_of<UnitId>(text);
  if (!unit) return unit.problem();
  return std::optional<UnitId>(*unit);
}

Result<returns::Workspace> workspace(RequestContext& context) {
  const auto unit = asked_unit(context);
  if (!unit) return unit.problem();
  const auto today = day_in_england(context.now());
  return context.database().as_agency(
      context.token(), returns::first_of_workspace(),
      [&](postgres::AgencyTx& tx) { return returns::load_workspace(tx, *unit, today); });
}

json::Value to_json(const returns::BoardRef& board) {
  return json::Object{
      {"id", board.board.text()}, {"name", board.name}, {"area", board.area}, {"mark", board.mark}};
}

}  // namespace onereturn::gateway::api
