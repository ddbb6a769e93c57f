#include "gateway/api/returns/overtaken.hpp"

#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/answer_json.hpp"
#include "platform/json/json.hpp"

namespace onereturn::gateway::api {

namespace {

struct Saved {
  int version = 0;
  std::string by;
  Instant at;
};

http::Response too_late(RequestContext& context, const Saved& theirs, json::Object words) {
  const auto refusal = refusal_of_type("stale-version");
  json::Object current{
      {"version", theirs.version}, {"saved_by", theirs.by}, {"saved_at", to_iso(theirs.at)}};
  for (auto& member : words)
    current.push_back(std::move(member));
  json::Object body{{"type", "/problems/" + refusal.type},
                    {"title", refusal.title},
                    {"status", refusal.status},
                    {"detail", theirs.by + " saved this while you were writing. "
                                           "Nothing is lost: theirs is in `current`."},
                    {"instance", context.request().request_id},
                    {"errors", json::Array{}},
                    {"current", std::move(current)}};
  auto response =
      http::Response::problem(json::write(json::Value(std::move(body))), refusal.status);
  response.with("ETag", tag_of(theirs.version));
  return response;
}

}  // namespace

std::string tag_of(int version) { return "\"" + std::to_string(version) + "\""; }

http::Response answered(RequestContext& context, const Result<returns::SaveOutcome>& saved) {
  if (!saved) return refuse(context, saved.problem());
  if (const auto& theirs = saved->conflict) {
    return too_late(context, {theirs->version, theirs->by, theirs->at},
                    answer_to_json(theirs->answer));
  }
  auto response = context.json(
      json::Object{{"version", saved->version}, {"saved_at", to_iso(saved->saved_at)}});
  response.with("ETag", tag_of(saved->version));
  return response;
}

http::Response overtaken(RequestContext& context, const returns::OtherBox& theirs) {
  const bool na = theirs.not_applicable;
  return too_late(context, {theirs.version, theirs.by, theirs.at},
                  {{"text", theirs.text},
                   {"level", or_null(theirs.level)},
                   {"point", or_null(theirs.point)},
                   {"not_applicable", na ? json::Value(theirs.reason) : json::Value()},
                   {"reason", na ? json::Value() : or_null(theirs.reason)}});
}

}  // namespace onereturn::gateway::api
