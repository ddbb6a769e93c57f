#include "gateway/access.hpp"

#include <algorithm>

#include "domain/identity/client_token.hpp"
#include "domain/identity/sessions.hpp"
#include "gateway/reviewers.hpp"
#include "gateway/services.hpp"
#include "gateway/upload.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway {

namespace {

constexpr std::size_t token_length = 43;
constexpr std::string_view bearer = "Bearer ";
// A program's token begins with these, so that it can never pass for a browser's cookie.
constexpr std::string_view program = "orp_";

bool looks_like_token(std::string_view text) {
  return text.size() == token_length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

bool is_program_token(std::string_view token) {
  return token.starts_with(program) && looks_like_token(token.substr(program.size()));
}

std::string host_cookie(const http::RequestHead& head, std::string_view name) {
  const std::string value = head.cookies.get("__Host-" + std::string{name});
  return looks_like_token(value) ? value : std::string{};
}

// The token after "Bearer", "" when there is none that could be one. Only machines use it.
std::string bearer_token(const http::RequestHead& head) {
  const std::string header = head.headers.get("Authorization");
  if (head.segments.empty() || head.segments.front() != "api" || !header.starts_with(bearer)) {
    return {};
  }
  const std::string token = header.substr(bearer.size());
  return looks_like_token(token) || is_program_token(token) ? token : std::string{};
}

Session session_of(const Actor& actor, std::string token_hash) {
  return {std::move(token_hash), actor.person,     actor.person_name, actor.party,
          actor.party_name,      actor.party_kind, actor.role,        actor.unit};
}

// A program's session always has a list; an empty one allows nothing.
std::vector<std::string> scopes_of(Services& services, const std::string& hash) {
  const auto scopes = services.database.as_system(
      [&](postgres::SystemTx& tx) { return identity::scopes_of_session(tx, hash); });
  return scopes ? *scopes : std::vector<std::string>{};
}

// What the token's session may do, and that somebody is at it: both as often as the cache forgets.
void complete(Services& services, const std::string& token, Session& session) {
  if (is_program_token(token)) {
    session.scopes = scopes_of(services, session.token_hash);
    return;
  }
  (void)services.database.as_system(
      [&](postgres::SystemTx& tx) { return identity::note_use(tx, session.token_hash); });
}

std::optional<Session> look_up(Services& services, const std::string& token) {
  const std::string hash = crypto::token_hash(token);
  if (auto known = services.sessions.find(hash)) {
    return known;
  }
  try {
    const auto actor = services.database.as_session(
        postgres::TokenHash{hash},
        [](postgres::SessionTx& tx) -> Result<Actor> { return tx.actor(); });
    if (!actor) {
      return std::nullopt;
    }
    Session session = session_of(*actor, hash);
    complete(services, token, session);
    services.sessions.keep(session);
    return session;
  } catch (const postgres::SessionEnded&) {
    return std::nullopt;
  }
}

// A page without a session still has forms (signing in), so its visitor gets a secret to hold.
void give_visitor_secret(RequestContext& context) {
  const std::string visitor = host_cookie(context.request(), visitor_cookie);
  context.set_csrf_secret(visitor.empty() ? crypto::new_token() : visitor, visitor.empty());
}

bool kind_fits(const Session& session, Access::Who who) {
  switch (who) {
    case Access::Who::agency:
      return session.is_agency();
    case Access::Who::board:
      return session.is_board();
    case Access::Who::council:
      return looks(session);
    case Access::Who::anyone:
    case Access::Who::signed_in:
      return true;
  }
  return false;
}

bool may_use(const Session& session, const Access& access) {
  const auto& roles = access.roles;
  return kind_fits(session, access.who) &&
         (roles.empty() || std::find(roles.begin(), roles.end(), session.role) != roles.end());
}

Refusal scope_missing(std::string_view scope) {
  auto refusal = refusal_of_type("not-permitted");
  refusal.detail = scope.empty()
                       ? "No program may do this."
                       : "This token was not asked for with the scope " + std::string{scope} + ".";
  return refusal;
}

std::optional<Refusal> check_person(const RequestContext& context, const Route& route) {
  if (route.access.who == Access::Who::anyone) {
    return std::nullopt;
  }
  if (!context.signed_in()) {
    return refusal_of_type("sign-in-required");
  }
  if (!context.session().allows(route.access.scope)) {
    return scope_missing(route.access.scope);
  }
  return may_use(context.session(), route.access) ? std::nullopt
                                                  : std::optional{refusal_of_type("not-permitted")};
}

// What an upload holds beside its file is a form like any other.
std::optional<Refusal> take_upload(RequestContext& context) {
  const Upload& upload = upload_of(context);
  if (upload.malformed()) {
    return refusal_of_type("malformed-request");
  }
  context.mutable_request().form = upload.fields();
  return std::nullopt;
}

// An unsafe request carries a form, or JSON for the API, and nothing else.
std::optional<Refusal> take_body(RequestContext& context) {
  http::Request& request = context.mutable_request();
  if (request.sink) {
    return take_upload(context);
  }
  const std::string type = request.content_type();
  if (request.body.empty() && type.empty()) {
    return std::nullopt;
  }
  if (type == "application/x-www-form-urlencoded" && request.segments.front() != "api") {
    auto form = http::parse_urlencoded(request.body);
    if (!form) {
      return refusal_of_type("malformed-request");
    }
    request.form = std::move(*form);
    return std::nullopt;
  }
  if (type == "application/json" && request.segments.front() == "api") {
    return std::nullopt;
  }
  return refusal_of_type("unsupported-media-type");
}

}  // namespace

Access anyone() { return {Access::Who::anyone, {}, {}}; }
Access signed_in() { return {Access::Who::signed_in, {}, {}}; }
Access agency(std::initializer_list<std::string_view> roles) {
  return {Access::Who::agency, roles, {}};
}
Access board(std::initializer_list<std::string_view> roles) {
  // Members and reviewers see what they review, so they have a part in what names them alone.
  if (roles.size() == 0) return board({"manager", "assistant", "chair"});
  return {Access::Who::board, roles, {}};
}
Access council() { return {Access::Who::council, {}, {}}; }

http::Share share_of(const http::RequestHead& head, const Services& services) {
  const std::size_t places = services.settings.queue_max;
  std::string token = bearer_token(head);
  if (token.empty()) {
    token = host_cookie(head, session_cookie_name);
  }
  if (!token.empty()) {
    if (const auto known = services.sessions.find(crypto::token_hash(token))) {
      return {"party " + known->party.text(), std::max<std::size_t>(1, places / 8)};
    }
  }
  return {"address " + head.remote_address, std::max<std::size_t>(1, places / 2)};
}

void identify(RequestContext& context) {
  Services& services = context.services();
  if (const std::string token = bearer_token(context.request()); !token.empty()) {
    auto session = look_up(services, token);
    if (session) {
      session->by_bearer = true;
    }
    context.set_session(std::move(session));
    return;
  }
  const std::string token = host_cookie(context.request(), session_cookie_name);
  if (!token.empty()) {
    context.set_session(look_up(services, token));
  }
  if (context.signed_in()) {
    context.set_csrf_secret(token, false);
  } else {
    give_visitor_secret(context);
  }
}

bool origin_is_ours(const RequestContext& context) {
  const http::Request& request = context.request();
  const std::string origin = request.header("Origin");
  if (!origin.empty()) {
    return origin == context.origin() || origin == "https://" + request.header("Host");
  }
  return request.header("Sec-Fetch-Site") == "same-origin";
}

bool passes_csrf(const RequestContext& context) {
  const http::Request& request = context.request();
  const std::string header = request.header("X-CSRF-Token");
  const std::string sent = header.empty() ? request.form.get("csrf") : header;
  return crypto::equal_in_constant_time(sent, context.csrf_token()) && !sent.empty() &&
         origin_is_ours(context);
}

std::optional<Refusal> check_before_body(RequestContext& context, const Route& route) {
  if (auto refusal = check_person(context, route)) {
    return refusal;
  }
  const bool by_bearer = context.signed_in() && context.session().by_bearer;
  return by_bearer || origin_is_ours(context) ? std::nullopt
                                              : std::optional{refusal_of_type("csrf")};
}

std::optional<Refusal> check_access(RequestContext& context, const Route& route) {
  if (auto refusal = check_person(context, route)) {
    return refusal;
  }
  if (!http::is_unsafe(context.request().verb)) {
    return std::nullopt;
  }
  if (route.brings_own_secret) {
    return std::nullopt;
  }
  if (auto refusal = take_body(context)) {
    return refusal;
  }
  const bool by_bearer = context.signed_in() && context.session().by_bearer;
  if (!by_bearer && !passes_csrf(context)) {
    return refusal_of_type("csrf");
  }
  if (route.needs_idempotency_key && context.idempotency_key().empty()) {
    return refusal_of_type("key-missing");
  }
  return std::nullopt;
}

}  // namespace onereturn::gateway
