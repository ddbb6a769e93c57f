#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/fields.hpp"

namespace onereturn::http {

enum class Verb { get, head, post, put, patch, remove };

// "GET", "POST" … ("DELETE" for remove).
std::string_view name_of(Verb verb);

// True for the verbs that may change something: all but GET and HEAD.
bool is_unsafe(Verb verb);

// What is known of a request before its body is read. Every text is valid UTF-8 without NUL;
// the path has been decoded once and holds no "..", no empty segment and no encoded slash.
struct RequestHead {
  Verb verb = Verb::get;
  std::string path;                   // "/api/v1/answers/1.1"
  std::vector<std::string> segments;  // {"api", "v1", "answers", "1.1"}
  std::string raw_target;             // as sent, printable ASCII; for links back, never for logs
  Fields query;
  Fields headers{Fields::Case::insensitive};
  Fields cookies;
  std::size_t content_length = 0;
  std::string remote_address;
  std::string request_id;  // made by the server, never taken from the client
};

// Takes a body as it arrives, so that none is ever held whole. It may be dropped at any moment: a
// client that went away leaves a sink that nobody finishes.
class BodySink {
 public:
  virtual ~BodySink() = default;
  // Called on an I/O thread, once for each piece. Keeps its failures until it is asked: it never
  // throws.
  virtual void take(std::string_view bytes) noexcept = 0;
};

// Gives a body as it is sent. Called on work threads, one call at a time.
class BodySource {
 public:
  virtual ~BodySource() = default;
  // The next piece, at most so many bytes; empty at the end. What it throws breaks the connection,
  // so that half a body is never taken for a whole one.
  virtual std::string next(std::size_t most) = 0;
  // Nothing when it is not known beforehand: then it is sent in chunks.
  virtual std::optional<std::uint64_t> length() const = 0;
};

// One request, read under limits. `form` holds the fields of an
// application/x-www-form-urlencoded body once parse_form has been asked for them.
struct Request : RequestHead {
  std::string body;
  Fields form;
  std::shared_ptr<BodySink> sink;  // on a route that takes its body as it arrives; body is empty

  std::string header(std::string_view name) const { return headers.get(name); }
  std::string cookie(std::string_view name) const { return cookies.get(name); }

  // The media type without parameters, in lower case; "" when there is none.
  std::string content_type() const;
  // True when an answer in JSON is wanted: a path below /api/, or Accept names JSON first.
  bool wants_json() const;
};

// One answer. Content-Length, Date, the request id and the security headers are the server's
// business; a handler sets what is its own.
struct Response {
  int status = 200;
  Fields headers{Fields::Case::insensitive};
  std::string body;
  // When set, sent instead of `body`: bytes that live as long as the program (assets).
  std::shared_ptr<const std::string> shared_body;
  // When set, sent instead of both, piece by piece.
  std::shared_ptr<BodySource> source;
  // For the log line and the metric: the pattern that answered, and who, as ids only.
  std::string route;
  std::vector<std::pair<std::string, std::string>> facts;

  static Response html(std::string page, int status = 200);
  static Response json(std::string text, int status = 200);
  static Response text(std::string text, int status = 200);
  static Response no_content();
  // 303: after a form that worked, go and GET that page. The location is a path of ours;
  // throws std::invalid_argument for anything else ("//x", "http:", control characters).
  static Response see_other(std::string location);
  // application/problem+json with the status given.
  static Response problem(std::string text, int status);

  // Adds a header; throws std::invalid_argument when name or value could split the answer.
  Response& with(std::string name, std::string value);
  std::string_view content() const { return shared_body ? *shared_body : body; }
};

// A cookie for Set-Cookie: __Host- rules, Secure, HttpOnly, SameSite=Lax, Path=/.
// Without max_age_seconds it ends with the browser; 0 removes it.
std::string session_cookie(std::string_view name, std::string_view value,
                           std::optional<int> max_age_seconds = std::nullopt);

// The reason phrase of a status, "" when unknown.
std::string_view reason_of(int status);

}  // namespace onereturn::http
