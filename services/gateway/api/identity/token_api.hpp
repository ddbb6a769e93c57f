#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// The token endpoint of OAuth 2 (RFC 6749, client credentials), for programs of an agency.
namespace onereturn::gateway::api {

std::vector<Route> token_routes();

// POST /oauth/token. Answers JSON as the RFC has it, errors too.
http::Response post_token(RequestContext& context);

struct ClientCredentials {
  std::string client;
  std::string secret;
};

// What "Basic …" carries; nothing when it is no such header or cannot be read.
std::optional<ClientCredentials> basic_credentials(std::string_view authorization);

}  // namespace onereturn::gateway::api
