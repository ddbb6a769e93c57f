#include "gateway/problems.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "gateway/request_context.hpp"
#include "platform/html/data.hpp"
#include "platform/json/json.hpp"

namespace onereturn::gateway {

namespace {

struct Type {
  std::string_view name;
  int status;
  std::string_view title;
  std::string_view detail;
  int retry_after_s = 0;
};

constexpr std::array<Type, 28> types{{
    {"malformed-request", 400, "That did not reach us in one piece",
     "The request could not be understood. Go back and try again."},
    {"malformed-json", 400, "The body is not the JSON we expect", "Send valid JSON."},
    {"key-missing", 400, "A key is missing", "Send an Idempotency-Key with this request."},
    {"sign-in-required", 401, "Sign in first", "You are not signed in, or your session is over."},
    {"csrf", 403, "That page was out of date",
     "Nothing was changed. Go back, load the page again and repeat what you did."},
    {"not-permitted", 403, "Your role cannot do that",
     "Change role at the top of the page, or ask the lead of your organisation."},
    {"not-found", 404, "Page not found",
     "Check the address. What you are looking for may have been moved or may not be yours to see."},
    {"method-not-allowed", 405, "That cannot be done here", "That method is not available."},
    {"conflict", 409, "Somebody was quicker", "This was changed or done meanwhile. Load it again."},
    {"closed", 409, "The time for this is over", "It can no longer be changed."},
    {"key-in-use", 409, "Still being worked on", "The same request is being answered just now.", 2},
    {"length-required", 411, "That did not reach us in one piece",
     "Send the body with a Content-Length."},
    {"stale-version", 412, "Somebody else changed this", "Load it again and repeat your change."},
    {"too-large", 413, "That is too long", "The request is larger than this address accepts."},
    {"target-too-long", 414, "The address is too long", "Shorten the address."},
    {"unsupported-media-type", 415, "That kind of content is not accepted here",
     "Send a form, or JSON to the API."},
    {"expectation-failed", 417, "That expectation cannot be met", "Leave the Expect header out."},
    {"misdirected-request", 421, "Wrong address", "This server does not answer to that host name."},
    {"validation", 422, "There is a problem", "Correct what is named and try again."},
    {"key-reused", 422, "The key was used for something else", "Use a new Idempotency-Key."},
    {"precondition-required", 428, "Say which version you changed", "Send If-Match."},
    {"too-many-requests", 429, "Too many tries", "Wait a while and try again.", 60},
    {"header-too-large", 431, "That did not reach us in one piece",
     "The header of the request is too large."},
    {"internal-error", 500, "Something went wrong here, not with you",
     "Everything you had saved is safe. Try again in a moment."},
    {"store-unavailable", 503, "Something went wrong here, not with you",
     "Everything you had saved is safe. We cannot reach our records just now: try again in a "
     "few minutes.",
     10},
    {"outcome-unknown", 503, "We could not see whether that worked",
     "Nothing is lost: it may have been done. Look before you repeat it.", 5},
    {"overloaded", 503, "Many people are working here just now",
     "Everything you had saved is safe. Try again in a moment.", 2},
    {"storage-full", 507, "There is no room left", "We have been told. Try again later."},
}};

const Type* find_type(std::string_view name) {
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const Type& type) { return type.name == name; });
  return found == types.end() ? nullptr : &*found;
}

std::string_view type_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::invalid:
      return "validation";
    case ProblemCode::unauthenticated:
      return "sign-in-required";
    case ProblemCode::forbidden:
      return "not-permitted";
    case ProblemCode::not_found:
      return "not-found";
    case ProblemCode::conflict:
      return "conflict";
    case ProblemCode::closed:
      return "closed";
    case ProblemCode::too_large:
      return "too-large";
    case ProblemCode::too_many:
      return "too-many-requests";
  }
  return "internal-error";
}

Refusal refusal_from(const Type& type) {
  return {type.status, std::string{type.name}, std::string{type.title}, std::string{type.detail},
          {},          type.retry_after_s};
}

void add_standing_headers(http::Response& response, const Refusal& refusal) {
  if (refusal.retry_after_s > 0) {
    response.with("Retry-After", std::to_string(refusal.retry_after_s));
  }
  if (refusal.status == 401) {
    response.with("WWW-Authenticate", "Bearer");
  }
}

http::Response error_page(RequestContext& context, const Refusal& refusal) {
  auto errors = html::Data::list();
  for (const auto& error : refusal.errors) {
    errors.push(html::Data::object().set("text", error.message));
  }
  auto data = html::Data::object();
  data.set("title", refusal.title).set("heading", refusal.title).set("detail", refusal.detail);
  data.set("errors", std::move(errors)).set("reference", context.request().request_id);
  const auto& request = context.request();
  const bool repeat = refusal.status >= 500 && !http::is_unsafe(request.verb);
  data.set("home", "/").set("again", html::Data::text_or_no(repeat ? request.raw_target : ""));
  return context.page("pages/error", std::move(data), refusal.status);
}

}  // namespace

Refusal refusal_of_type(std::string_view type) {
  const Type* found = find_type(type);
  if (found == nullptr) {
    throw std::out_of_range{"no problem type is called " + std::string{type}};
  }
  return refusal_from(*found);
}

Refusal refusal_of(const Problem& problem) {
  const Type* by_key = find_type(problem.key);
  Refusal refusal =
      by_key != nullptr ? refusal_from(*by_key) : refusal_of_type(type_of(problem.code));
  // Whoever is told that something is not there learns nothing else, whatever the reason was.
  if (problem.code == ProblemCode::not_found) {
    return refusal_of_type("not-found");
  }
  if (!problem.detail.empty()) {
    refusal.detail = problem.detail;
  }
  refusal.errors = problem.fields;
  return refusal;
}

http::Response problem_json(const Refusal& refusal, std::string_view request_id) {
  json::Object body{{"type", "/problems/" + refusal.type},
                    {"title", refusal.title},
                    {"status", refusal.status},
                    {"detail", refusal.detail},
                    {"instance", std::string{request_id}}};
  if (!refusal.errors.empty()) {
    json::Array errors;
    for (const auto& error : refusal.errors) {
      errors.push_back(json::Object{{"field", error.field}, {"message", error.message}});
    }
    body.emplace_back("errors", std::move(errors));
  }
  auto response = http::Response::problem(json::write(body), refusal.status);
  add_standing_headers(response, refusal);
  return response;
}

http::Response refuse(RequestContext& context, const Refusal& refusal) {
  if (context.request().wants_json()) {
    return problem_json(refusal, context.request().request_id);
  }
  auto response = error_page(context, refusal);
  if (refusal.retry_after_s > 0) {
    response.with("Retry-After", std::to_string(refusal.retry_after_s));
  }
  return response;
}

http::Response refuse(RequestContext& context, const Problem& problem) {
  return refuse(context, refusal_of(problem));
}

}  // namespace onereturn::gateway
