#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "gateway/session.hpp"
#include "platform/html/data.hpp"
#include "platform/http/message.hpp"
#include "platform/json/value.hpp"

namespace onereturn::postgres {
class Database;
struct TokenHash;
}  // namespace onereturn::postgres
namespace onereturn::html {
class Renderer;
}
namespace onereturn::config {
struct Settings;
}

namespace onereturn::gateway {

struct Services;

// Everything a handler may use while it answers one request. Lives on one work thread.
class RequestContext {
 public:
  using Parameters = std::vector<std::pair<std::string, std::string>>;

  RequestContext(http::Request request, Services& services);

  const http::Request& request() const { return request_; }
  // A parameter of the route's pattern: path("requirement"). ENSUREs that the pattern has it.
  const std::string& path(std::string_view name) const;
  // The first form field of that name, "" when absent.
  std::string field(std::string_view name) const { return request_.form.get(name); }
  // The body as JSON. Refuses with invalid, key "malformed-json", and what is wrong by path.
  Result<json::Value> json_body() const;
  // The Idempotency-Key header, or the form field idempotency_key; "" when neither is there. At
  // most 100 printable characters, or it counts as absent.
  std::string idempotency_key() const;

  bool signed_in() const { return session_.has_value(); }
  // ENSUREs that somebody is signed in: true on every route whose access is not anyone().
  const Session& session() const;
  // What every transaction enters with: database().as_agency(context.token(), …).
  postgres::TokenHash token() const;
  // The hidden field `csrf` of every form. Somebody who is not signed in has one too, from a
  // cookie of their own that page() sets.
  const std::string& csrf_token() const { return csrf_token_; }

  postgres::Database& database();
  // Sign-in, sessions and recovery only.
  postgres::Database& auth_database();
  // Business time: frozen or shifted in demonstrations and tests.
  Instant now() const;
  const config::Settings& settings() const;
  const html::Renderer& renderer() const;
  Services& services() const { return services_; }
  // The public address of an asset ("app.css" → "/assets/app-3f2a….css").
  std::string asset(std::string_view name) const;
  // "https://localhost:8443", for links that leave the service: receipts, QR codes.
  std::string origin() const;

  // The page in the layout. Adds what the layout needs unless `data` has it: csrf, signed_in,
  // person, party, role_name, home, nav, title, title_error, printed_on, css, js, favicon.
  http::Response page(std::string_view template_name, html::Data data, int status = 200);
  http::Response json(const json::Value& value, int status = 200) const;

  // After a sign-in or a change of role: sets the session's cookie, and forgets the visitor's.
  void begin_session(http::Response& response, std::string_view token) const;
  // After a sign-out: removes the cookie.
  void end_session(http::Response& response);

  // For the machinery in access.cpp and app.cpp.
  void set_session(std::optional<Session> session) { session_ = std::move(session); }
  void set_csrf_secret(std::string_view secret, bool new_visitor);
  void set_parameters(Parameters parameters) { parameters_ = std::move(parameters); }
  http::Request& mutable_request() { return request_; }

 private:
  html::Data layout_data() const;

  http::Request request_;
  Services& services_;
  Parameters parameters_;
  std::optional<Session> session_;
  std::string csrf_token_;
  std::string new_visitor_;
};

}  // namespace onereturn::gateway
