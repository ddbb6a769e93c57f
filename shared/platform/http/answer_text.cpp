#include "platform/http/answer_text.hpp"

#include <array>
#include <ctime>
#include <optional>
#include <utility>
#include <vector>

#include "platform/http/server.hpp"

namespace onereturn::http {

namespace {

// The text of Date, made once a second per thread.
const std::string& date_now() {
  thread_local std::time_t made_at = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> buffer{};
    const auto length =
        std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    text.assign(buffer.data(), length);
    made_at = now;
  }
  return text;
}

std::string fixed_lines() {
  std::string lines;
  for (const auto& [name, value] : security_headers()) {
    lines.append(name).append(": ").append(value).append("\r\n");
  }
  return lines;
}

bool has_body(int status) { return status != 204 && status != 304; }

std::string length_line(const Response& response) {
  const auto length = response.source ? response.source->length()
                                      : std::optional<std::uint64_t>{response.content().size()};
  return length ? "Content-Length: " + std::to_string(*length) + "\r\n"
                : std::string{"Transfer-Encoding: chunked\r\n"};
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& security_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers{
      {"Strict-Transport-Security", "max-age=63072000; includeSubDomains"},
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
       "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
       "frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  return headers;
}

std::string answer_text(const Response& response, const std::string& request_id,
                        const AnswerShape& shape) {
  static const std::string fixed = fixed_lines();
  const std::string_view body = response.content();
  std::string out;
  out.reserve(1024 + (shape.head_only ? 0 : body.size()));
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(reason_of(response.status)).append("\r\nDate: ").append(date_now()).append("\r\n");
  out.append(fixed).append("X-Request-Id: ").append(request_id).append("\r\n");
  for (const auto& [name, value] : response.headers) {
    out.append(name).append(": ").append(value).append("\r\n");
  }
  if (!response.headers.has("Cache-Control")) {
    out.append("Cache-Control: no-store\r\n");
  }
  if (shape.close_after) {
    out.append("Connection: close\r\n");
  }
  if (has_body(response.status)) {
    out.append(length_line(response));
  }
  out.append("\r\n");
  if (has_body(response.status) && !shape.head_only && !response.source) {
    out.append(body);
  }
  return out;
}

}  // namespace onereturn::http
