#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "platform/html/data.hpp"
#include "platform/http/message.hpp"

namespace onereturn::postgres {
class Database;
}
namespace onereturn::html {
class Renderer;
}
namespace onereturn::config {
struct Settings;
}

namespace onereturn::gateway {

struct Services;

// Who is signed in, for decorating pages and for the table of routes. It may be a minute old and
// authorises nothing about rows: each transaction checks token_hash again in the database.
struct Session {
  std::string token_hash;  // 32 bytes
  PersonId person;
  std::string person_name;
  PartyId party;
  std::string party_name;
  std::string party_kind;  // "agency", "board", "operator", "nation"
  std::string role;        // "lead", "contributor", "authoriser", "manager", "chair" …
  std::optional<UnitId> unit;
  bool by_bearer = false;  // an API token rather than a browser's cookie

  bool is_agency() const { return party_kind == "agency"; }
  bool is_board() const { return party_kind == "board"; }
};

// Everything a handler may use while it answers one request. Lives on one work thread.
class RequestContext {
 public:
  using Parameters = std::vector<std::pair<std::string, std::string>>;

  RequestContext(http::Request request, Services& services);

  const http::Request& request() const { return request_; }
  // A parameter of the route's pattern: path("requirement"). ENSUREs that the pattern has it.
  const std::string& path(std::string_view name) const;

  bool signed_in() const { return session_.has_value(); }
  // ENSUREs that somebody is signed in: true on every route whose access is not anyone().
  const Session& session() const;
  // The hidden field `csrf` of every form; "" when nobody is signed in by cookie and no
  // pre-session was given.
  const std::string& csrf_token() const { return csrf_token_; }

  postgres::Database& database();
  // Business time: frozen or shifted in demonstrations and tests.
  Instant now() const;
  const config::Settings& settings() const;
  const html::Renderer& renderer() const;
  // The public address of an asset ("app.css" → "/assets/app-3f2a….css").
  std::string asset(std::string_view name) const;

  // The page in the layout. Adds to the data what every page needs: csrf, person, party, role,
  // signed_in, path, request_id and asset addresses.
  http::Response page(std::string_view template_name, html::Data data, int status = 200);

  // For the machinery in access.cpp and app.cpp.
  void set_session(std::optional<Session> session, std::string csrf_token);
  void set_parameters(Parameters parameters) { parameters_ = std::move(parameters); }
  http::Request& mutable_request() { return request_; }

 private:
  http::Request request_;
  Services& services_;
  Parameters parameters_;
  std::optional<Session> session_;
  std::string csrf_token_;
};

}  // namespace onereturn::gateway
