#include "domain/returns/save_box.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/api/returns/overtaken.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr json::TextRule paragraph{60'000, true};

Result<returns::BoxKind> kind_in_path(const RequestContext& context) {
  const auto& word = context.path("kind");
  if (word == "residual") return returns::BoxKind::residual;
  if (word == "choice") return returns::BoxKind::choice;
  if (word == "direct") return returns::BoxKind::direct;
  if (word == "override") return returns::BoxKind::override_;
  return Problem{ProblemCode::not_found, "not-found", "There is no such kind of box."};
}

// Runs the work as the agency and answers 204, or the refusal.
template <class Work>
http::Response done(RequestContext& context, Work&& work) {
  const Result<Done> result =
      context.database().as_agency(context.token(), std::forward<Work>(work));
  return result ? http::Response::no_content() : refuse(context, result.problem());
}

// With what stands in the box now, when somebody saved it in between.
http::Response refused(RequestContext& context, const Problem& problem, const RequestId& request,
                       returns::BoxKind kind, const std::string& key) {
  if (problem.key != "stale-version") return refuse(context, problem);
  const auto theirs = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return Result(returns::read_other_box(tx, request, kind, key));
  });
  return theirs && *theirs ? overtaken(context, **theirs) : refuse(context, problem);
}

Date day_of(json::ObjectReader& reader, std::string_view key) {
  const auto text = reader.text(key);
  const auto day = parse_date(text);
  if (!day && !text.empty()) reader.refuse(key, "must be a day such as 2027-05-28");
  return day.value_or(Date{});
}

}  // namespace

http::Response put_box(RequestContext& context) {
  returns::SaveBox command;
  std::optional<int> in_body;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    in_body = reader.optional_integer("version", 0, 1'000'000'000);
    command.text = reader.optional_text("text", paragraph);
    command.level = reader.optional_integer("level", 0, 4);
    command.point = reader.optional_text("point", {64, true});
    command.reason = reader.optional_text("reason", paragraph);
    if (const auto reason = reader.nullable_text("not_applicable", paragraph)) {
      command.not_applicable = true;
      command.reason = *reason;
      if (command.level || !command.point.empty()) {
        reader.refuse("not_applicable", "cannot stand beside a level or a point");
      }
    }
    command.confirm = reader.optional_flag("confirm", true);
  });
  if (!read) return refuse(context, read.problem());
  const auto version = base_version(context, in_body);
  if (!version) return refuse(context, version.problem());
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  const auto kind = kind_in_path(context);
  if (!kind) return refuse(context, kind.problem());
  command.request = *request;
  command.kind = *kind;
  command.key = context.path("key");
  command.base_version = *version;
  command.at = context.now();
  const auto today = day_in_england(context.now());
  const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::save_box(tx, command, today);
  });
  if (!saved) return refused(context, saved.problem(), *request, *kind, command.key);
  return context.json(
      json::Object{{"version", saved->version}, {"saved_at", to_iso(saved->saved_at)}});
}

http::Response delete_box(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  const auto kind = kind_in_path(context);
  if (!kind) return refuse(context, kind.problem());
  const auto version = base_version(context, std::nullopt);
  if (!version) return refuse(context, version.problem());
  const auto cleared = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::clear_box(tx, *request, *kind, context.path("key"), *version);
  });
  if (!cleared) {
    return refused(context, cleared.problem(), *request, *kind, context.path("key"));
  }
  return http::Response::no_content();
}

http::Response put_explanation(RequestContext& context) {
  std::string key, text;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    key = reader.text("key", {1'000});
    text = reader.optional_text("text", paragraph);
  });
  if (!read) return refuse(context, read.problem());
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  return done(context,
              [&](postgres::AgencyTx& tx) { return returns::explain(tx, *request, key, text); });
}

http::Response put_promise(RequestContext& context) {
  Date by_on{};
  std::string by_whom;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    by_on = day_of(reader, "by_on");
    by_whom = reader.text("by_whom", {2'000});
  });
  if (!read) return refuse(context, read.problem());
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  const auto today = day_in_england(context.now());
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::promise(tx, *request, context.path("box"), by_on, by_whom, today);
  });
}

http::Response delete_promise(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::withdraw_promise(tx, *request, context.path("box"));
  });
}

}  // namespace onereturn::gateway::api
