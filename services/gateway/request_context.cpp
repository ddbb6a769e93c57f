#include "gateway/request_context.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/ensure.hpp"
#include "gateway/access.hpp"
#include "gateway/idempotency_key.hpp"
#include "gateway/services.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/json/json.hpp"

namespace onereturn::gateway {

RequestContext::RequestContext(http::Request request, Services& services)
    : request_{std::move(request)}, services_{services} {}

const std::string& RequestContext::path(std::string_view name) const {
  const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                  [&](const auto& parameter) { return parameter.first == name; });
  ENSURE(found != parameters_.end(), "the pattern of this route has no such parameter");
  return found->second;
}

Result<json::Value> RequestContext::json_body() const {
  auto parsed = json::parse(request_.body);
  if (parsed.value) {
    return std::move(*parsed.value);
  }
  Problem problem{
      ProblemCode::invalid, "malformed-json", "The body is not the JSON we expect.", {}};
  for (const auto& fault : parsed.faults) {
    problem.fields.push_back({fault.path, fault.message});
  }
  return problem;
}

std::string RequestContext::idempotency_key() const {
  return idempotency_key_of(request_.header("Idempotency-Key"),
                            request_.form.get("idempotency_key"));
}

const Session& RequestContext::session() const {
  ENSURE(session_.has_value(), "nobody is signed in on this route");
  return *session_;
}

postgres::TokenHash RequestContext::token() const { return {session().token_hash}; }

postgres::Database& RequestContext::database() { return services_.database; }
postgres::Database& RequestContext::auth_database() { return services_.auth; }
Instant RequestContext::now() const { return services_.clock(); }
const config::Settings& RequestContext::settings() const { return services_.settings; }
const html::Renderer& RequestContext::renderer() const { return services_.renderer; }

std::string RequestContext::asset(std::string_view name) const {
  return services_.assets.address(name);
}

std::string RequestContext::origin() const {
  const auto& configured = services_.settings.public_origin;
  return configured.empty() ? "https://" + request_.header("Host") : configured;
}

html::Data RequestContext::layout_data() const {
  auto data = html::Data::object();
  data.set("csrf", csrf_token_).set("signed_in", signed_in()).set("home", "/");
  data.set("nav", false).set("title", "").set("title_error", false);
  data.set("css", asset("app.css")).set("js", asset("app.js"));
  data.set("favicon", asset("favicon.svg"));
  data.set("party", false).set("person", "").set("role_name", false);
  data.set("printed_on", to_words(day_in_england(now())));
  if (session_) {
    data.set("party", html::Data::text_or_no(session_->party_name));
    data.set("person", session_->person_name);
    data.set("role_name", html::Data::text_or_no(session_->role));
  }
  return data;
}

http::Response RequestContext::page(std::string_view template_name, html::Data data, int status) {
  auto whole = layout_data();
  whole.merge(std::move(data));
  auto response = http::Response::html(
      services_.renderer.render_in("layouts/page", template_name, std::move(whole)), status);
  if (!new_visitor_.empty()) {
    response.with("Set-Cookie", http::session_cookie(visitor_cookie, new_visitor_));
  }
  return response;
}

http::Response RequestContext::json(const json::Value& value, int status) const {
  return http::Response::json(json::write(value), status);
}

void RequestContext::begin_session(http::Response& response, std::string_view token) const {
  const auto lifetime =
      std::chrono::duration_cast<std::chrono::seconds>(services_.settings.session_lifetime);
  response.with("Set-Cookie", http::session_cookie(session_cookie_name, token,
                                                   static_cast<int>(lifetime.count())));
  response.with("Set-Cookie", http::session_cookie(visitor_cookie, "", 0));
}

void RequestContext::end_session(http::Response& response) {
  if (session_) {
    services_.sessions.forget(session_->token_hash);
    session_.reset();
  }
  response.with("Set-Cookie", http::session_cookie(session_cookie_name, "", 0));
}

void RequestContext::set_csrf_secret(std::string_view secret, bool new_visitor) {
  // The token in the page says nothing about the secret in the cookie. Its second half says whose
  // page it was, so that what was written for one organisation cannot be sent for another.
  csrf_token_ = crypto::to_base64url(crypto::hmac_sha256(secret, "csrf")) + ".";
  if (session_) {
    const std::string unit = session_->unit ? session_->unit->text() : "";
    csrf_token_ += crypto::to_base64url(
        crypto::sha256(session_->person.text() + session_->party.text() + unit).substr(0, 12));
  }
  if (new_visitor) {
    new_visitor_ = secret;
  }
}

}  // namespace onereturn::gateway
