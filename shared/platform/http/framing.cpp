#include "platform/http/framing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "platform/http/urlencoded.hpp"

namespace onereturn::http {

namespace {

constexpr Fault bad_request{};
constexpr Fault bad_host{400, "malformed-request", "The request must name one host."};

std::optional<Verb> verb_of(std::string_view method) {
  for (const Verb verb :
       {Verb::get, Verb::head, Verb::post, Verb::put, Verb::patch, Verb::remove}) {
    if (method == name_of(verb)) {
      return verb;
    }
  }
  return std::nullopt;
}

bool is_clean_value(std::string_view value) {
  const bool controls = std::any_of(value.begin(), value.end(), [](unsigned char c) {
    return (c < 0x20 && c != '\t') || c == 0x7F;
  });
  return !controls && is_valid_utf8(value);
}

// "localhost:8443" → "localhost"; nothing when the port is not a number.
std::optional<std::string_view> host_without_port(std::string_view host) {
  const auto colon = host.rfind(':');
  if (colon == std::string_view::npos || host.ends_with(']')) {
    return host;
  }
  const auto port = host.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 &&
                      port.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? std::optional{host.substr(0, colon)} : std::nullopt;
}

std::optional<Fault> check_host(const Fields& headers, const std::vector<std::string>& known) {
  const auto hosts = headers.all("Host");
  if (hosts.size() != 1 || hosts.front().empty()) {
    return bad_host;
  }
  const auto name = host_without_port(hosts.front());
  if (!name) {
    return bad_host;
  }
  const bool ours = std::any_of(known.begin(), known.end(), [&](const std::string& host) {
    return equals_ignoring_case(host, *name);
  });
  return ours ? std::nullopt
              : std::optional{Fault{421, "misdirected-request",
                                    "This server does not answer to that host name."}};
}

std::optional<Fault> check_length(const Fields& headers, std::size_t& length) {
  if (headers.has("Transfer-Encoding")) {
    return Fault{411, "length-required", "Send the body with a Content-Length."};
  }
  const auto lengths = headers.all("Content-Length");
  if (lengths.empty()) {
    return std::nullopt;
  }
  const std::string& text = lengths.front();
  const bool plain = lengths.size() == 1 && !text.empty() && text.size() <= 18 &&
                     text.find_first_not_of("0123456789") == std::string::npos;
  if (!plain) {
    return Fault{400, "malformed-request", "The request must have one plain Content-Length."};
  }
  std::from_chars(text.data(), text.data() + text.size(), length);
  return std::nullopt;
}

bool is_plain_segment(std::string_view encoded, const std::string& decoded) {
  if (decoded == "." || decoded == ".." || !is_valid_utf8(decoded)) {
    return false;
  }
  const bool slash_or_control = std::any_of(decoded.begin(), decoded.end(), [](unsigned char c) {
    return c == '/' || c == '\\' || c < 0x20 || c == 0x7F;
  });
  return !encoded.empty() && !slash_or_control;
}

// Splits and decodes a path. False when a segment is not plain.
bool fill_path(std::string_view path, RequestHead& head) {
  if (path.empty() || path.front() != '/') {
    return false;
  }
  head.path = "/";
  path.remove_prefix(1);
  while (!path.empty()) {
    const auto end = path.find('/');
    const auto encoded = path.substr(0, end);
    auto decoded = percent_decode(encoded, false);
    if (!decoded || !is_plain_segment(encoded, *decoded)) {
      return false;
    }
    if (head.path.size() > 1) {
      head.path += '/';
    }
    head.path += *decoded;
    head.segments.push_back(std::move(*decoded));
    // A page has one address: with a trailing slash it is another, which no route has.
    if (end != std::string_view::npos && end + 1 == path.size()) {
      head.path += '/';
      head.segments.emplace_back();
    }
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
  }
  return true;
}

}  // namespace

std::variant<RequestHead, Fault> parse_target(std::string_view target) {
  const bool printable = std::all_of(target.begin(), target.end(),
                                     [](unsigned char c) { return c > 0x20 && c < 0x7F; });
  if (!printable || target.find('#') != std::string_view::npos) {
    return bad_request;
  }
  RequestHead head;
  head.raw_target = target;
  const auto mark = target.find('?');
  if (!fill_path(target.substr(0, mark), head)) {
    return bad_request;
  }
  if (mark != std::string_view::npos) {
    auto query = parse_urlencoded(target.substr(mark + 1), FormLimits{200, 200, 4096});
    if (!query) {
      return bad_request;
    }
    head.query = std::move(*query);
  }
  return head;
}

std::variant<RequestHead, Fault> examine(const RawHead& raw, const FramingLimits& limits) {
  if (raw.version != 11) {
    return Fault{400, "malformed-request", "This server speaks HTTP/1.1 only."};
  }
  const auto verb = verb_of(raw.method);
  if (!verb) {
    return Fault{405, "method-not-allowed", "That method is not available."};
  }
  if (raw.target.size() > limits.target_bytes_max) {
    return Fault{414, "target-too-long", "The address is too long."};
  }
  if (raw.fields.size() > limits.fields_max) {
    return Fault{431, "header-too-large", "The request has too many header fields."};
  }
  auto target = parse_target(raw.target);
  if (std::holds_alternative<Fault>(target)) {
    return target;
  }
  auto& head = std::get<RequestHead>(target);
  head.verb = *verb;
  for (const auto& [name, value] : raw.fields) {
    if (!is_clean_value(value)) {
      return bad_request;
    }
    head.headers.add(name, value);
  }
  if (const auto fault = check_length(head.headers, head.content_length)) {
    return *fault;
  }
  if (const auto fault = check_host(head.headers, limits.hosts)) {
    return *fault;
  }
  const std::string expect = head.headers.get("Expect");
  if (!expect.empty() && !equals_ignoring_case(expect, "100-continue")) {
    return Fault{417, "expectation-failed", "That expectation cannot be met."};
  }
  for (const auto& line : head.headers.all("Cookie")) {
    for (const auto& [name, value] : parse_cookies(line)) {
      head.cookies.add(name, value);
    }
  }
  return target;
}

}  // namespace onereturn::http
