#include "platform/http/message.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace onereturn::http {

namespace {

struct Reason {
  int status;
  std::string_view phrase;
};

constexpr std::array<Reason, 31> reasons{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
}};

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-';
  });
}

bool is_header_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](unsigned char c) { return c == '\t' || (c >= 0x20 && c < 0x7F); });
}

Response with_type(std::string body, int status, std::string type) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", std::move(type));
  response.body = std::move(body);
  return response;
}

}  // namespace

std::string_view name_of(Verb verb) {
  switch (verb) {
    case Verb::get:
      return "GET";
    case Verb::head:
      return "HEAD";
    case Verb::post:
      return "POST";
    case Verb::put:
      return "PUT";
    case Verb::patch:
      return "PATCH";
    case Verb::remove:
      return "DELETE";
  }
  return "";
}

bool is_unsafe(Verb verb) { return verb != Verb::get && verb != Verb::head; }

std::string Request::content_type() const {
  std::string type = headers.get("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) {
    type.pop_back();
  }
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

bool Request::wants_json() const {
  if (!segments.empty() && segments.front() == "api") {
    return true;
  }
  const std::string accept = headers.get("Accept");
  return accept.rfind("application/json", 0) == 0 ||
         accept.rfind("application/problem+json", 0) == 0;
}

Response Response::html(std::string page, int status) {
  return with_type(std::move(page), status, "text/html; charset=utf-8");
}

Response Response::json(std::string text, int status) {
  return with_type(std::move(text), status, "application/json");
}

Response Response::text(std::string text, int status) {
  return with_type(std::move(text), status, "text/plain; charset=utf-8");
}

Response Response::no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response Response::see_other(std::string location) {
  const bool ours = !location.empty() && location[0] == '/' &&
                    (location.size() == 1 || (location[1] != '/' && location[1] != '\\'));
  if (!ours) {
    throw std::invalid_argument{"a redirect must lead to a path of this service"};
  }
  Response response;
  response.status = 303;
  return std::move(response.with("Location", std::move(location)));
}

Response Response::problem(std::string text, int status) {
  return with_type(std::move(text), status, "application/problem+json");
}

Response& Response::with(std::string name, std::string value) {
  if (!is_header_name(name) || !is_header_value(value)) {
    throw std::invalid_argument{"a header that could split the answer was refused"};
  }
  headers.add(std::move(name), std::move(value));
  return *this;
}

std::string session_cookie(std::string_view name, std::string_view value,
                           std::optional<int> max_age_seconds) {
  std::string cookie{"__Host-"};
  cookie.append(name).append("=").append(value);
  cookie.append("; Path=/; Secure; HttpOnly; SameSite=Lax");
  if (max_age_seconds) {
    cookie.append("; Max-Age=").append(std::to_string(*max_age_seconds));
  }
  return cookie;
}

std::string_view reason_of(int status) {
  for (const auto& reason : reasons) {
    if (reason.status == status) {
      return reason.phrase;
    }
  }
  return "";
}

}  // namespace onereturn::http
