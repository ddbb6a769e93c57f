#include <algorithm>
#include <array>

#include "domain/identity/client_rules.hpp"
#include "domain/identity/client_token.hpp"
#include "gateway/api/identity/token_api.hpp"
#include "gateway/services.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/random.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/json/json.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr std::size_t token_body_max = 8 * 1024;
constexpr std::string_view basic = "Basic ";

struct TokenError {
  int status;
  std::string_view error;
  std::string_view description;
  int retry_after_s = 0;
};

constexpr TokenError not_a_form{400, "invalid_request",
                                "Send application/x-www-form-urlencoded, each parameter once."};
constexpr TokenError two_ways{400, "invalid_request", "Name yourself in one way only."};
constexpr TokenError other_grant{400, "unsupported_grant_type", "Use client_credentials."};
constexpr TokenError bad_client{401, "invalid_client",
                                "That program and that secret do not go together."};
constexpr TokenError bad_scope{400, "invalid_scope",
                               "Ask for scopes that the program has; submit and the writing scopes "
                               "need a token each."};
constexpr TokenError no_consent{400, "unauthorized_client",
                                "No authoriser has agreed that this program sends in their name."};
constexpr TokenError locked{429, "temporarily_unavailable",
                            "There were too many tries. Wait for a quarter of an hour.", 900};
constexpr TokenError too_many{429, "temporarily_unavailable",
                              "Sixty tokens are open. Use each until it ends.", 60};

http::Response refused(const TokenError& error) {
  auto response = http::Response::json(
      json::write(json::Object{{"error", std::string{error.error}},
                               {"error_description", std::string{error.description}}}),
      error.status);
  response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  if (error.status == 401) {
    response.with("WWW-Authenticate", "Basic realm=\"OneReturn\"");
  }
  if (error.retry_after_s > 0) {
    response.with("Retry-After", std::to_string(error.retry_after_s));
  }
  return response;
}

struct Asked {
  ClientCredentials client;
  std::optional<std::vector<std::string>> scopes;
};

// The parameters that may be there, each once; a parameter without a value counts as left out.
std::optional<TokenError> read(const RequestContext& context, Asked& asked) {
  const auto& request = context.request();
  const auto form = request.content_type() == "application/x-www-form-urlencoded"
                        ? http::parse_urlencoded(request.body)
                        : std::nullopt;
  if (!form) return not_a_form;
  for (const auto* name : {"grant_type", "scope", "client_id", "client_secret"}) {
    if (form->all(name).size() > 1) return not_a_form;
  }
  const auto header = request.header("Authorization");
  const bool in_body = !form->get("client_secret").empty();
  if (!header.empty() && in_body) return two_ways;
  if (const auto grant = form->get("grant_type"); grant != "client_credentials") {
    return grant.empty() ? not_a_form : other_grant;
  }
  const auto client =
      in_body ? std::optional{ClientCredentials{form->get("client_id"), form->get("client_secret")}}
              : basic_credentials(header);
  if (!client || client->client.empty()) return bad_client;
  asked.client = *client;
  if (const auto scope = form->get("scope"); !scope.empty()) {
    asked.scopes = identity::scopes_in(scope);
    if (!asked.scopes) return bad_scope;
  }
  return std::nullopt;
}

TokenError error_of(const std::string& outcome) {
  if (outcome == "locked") return locked;
  if (outcome == "scope") return bad_scope;
  if (outcome == "consent") return no_consent;
  return outcome == "many" ? too_many : bad_client;
}

std::string joined(const std::vector<std::string>& scopes) {
  std::string all;
  for (const auto& scope : scopes)
    all.append(all.empty() ? "" : " ").append(scope);
  return all;
}

}  // namespace

std::optional<ClientCredentials> basic_credentials(std::string_view authorization) {
  if (!authorization.starts_with(basic)) return std::nullopt;
  std::string text(authorization.substr(basic.size()));
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  text.erase(std::find_if(text.begin(), text.end(), [](char c) { return c == '='; }), text.end());
  const auto plain = crypto::from_base64url(text);
  const auto colon = plain ? plain->find(':') : std::string::npos;
  if (colon == std::string::npos) return std::nullopt;
  const auto client = http::percent_decode(plain->substr(0, colon), true);
  const auto secret = http::percent_decode(plain->substr(colon + 1), true);
  if (!client || !secret || !http::is_valid_utf8(*client) || !http::is_valid_utf8(*secret) ||
      client->find('\0') != std::string::npos) {
    return std::nullopt;
  }
  return ClientCredentials{*client, *secret};
}

http::Response post_token(RequestContext& context) {
  Asked asked;
  if (const auto error = read(context, asked)) return refused(*error);
  const auto token = "orp_" + crypto::new_token();
  const identity::TakeToken command{
      asked.client.client.substr(0, 64), crypto::sha256(asked.client.secret),
      context.request().remote_address, asked.scopes, crypto::token_hash(token)};
  const auto taken = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::take_token(tx, command); });
  ENSURE(taken.has_value(), "taking a token always answers");
  const bool known = taken->outcome == "ok" || taken->outcome == "locked";
  context.services().metrics.count(
      "onereturn_sign_ins_total",
      {{"way", "program"}, {"outcome", known ? taken->outcome : std::string{"wrong"}}});
  if (taken->outcome != "ok") return refused(error_of(taken->outcome));
  auto response =
      http::Response::json(json::write(json::Object{{"access_token", token},
                                                    {"token_type", "Bearer"},
                                                    {"expires_in", identity::client_token_seconds},
                                                    {"scope", joined(taken->scopes)}}));
  response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  return response;
}

std::vector<Route> token_routes() {
  return {{.verb = http::Verb::post,
           .pattern = "/oauth/token",
           .access = anyone(),
           .handler = post_token,
           .body_max = token_body_max,
           .brings_own_secret = true}};
}

}  // namespace onereturn::gateway::api
