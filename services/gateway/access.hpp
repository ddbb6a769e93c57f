#pragma once

#include <optional>
#include <string_view>

#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"
#include "platform/http/work_pool.hpp"

namespace onereturn::gateway {

// Cookies, without their __Host- prefix.
inline constexpr std::string_view session_cookie_name = "session";
inline constexpr std::string_view visitor_cookie = "visitor";

// In whose name a request waits for its turn: its party's when the token is known here, else its
// address's, as anybody can make tokens up. Only the head is looked at, and nothing is asked.
http::Share share_of(const http::RequestHead& head, const Services& services);

// Finds out who asks: a bearer token below /api/, a cookie everywhere. Leaves the context without
// a session when there is none or it has ended. Gives it its CSRF token.
// Throws postgres::StoreUnavailable.
void identify(RequestContext& context);

// Nothing when the request may go to the handler; else why not: sign-in-required, not-permitted,
// csrf, key-missing, unsupported-media-type or malformed-request. Parses the form on the way.
std::optional<Refusal> check_access(RequestContext& context, const Route& route);

// The same as far as it can be known before the body of an upload is read: who asks, and from
// where. The rest is checked once it has been read.
std::optional<Refusal> check_before_body(RequestContext& context, const Route& route);

// True when Origin, or for want of it Sec-Fetch-Site, says that a page of ours sent this.
bool origin_is_ours(const RequestContext& context);

// The CSRF token of the form or the header X-CSRF-Token, and the Origin, on an unsafe verb.
bool passes_csrf(const RequestContext& context);

}  // namespace onereturn::gateway
