// A request's head as it stands on the wire: what the library makes of it, and what is left of that
// after our own checks.

#include <algorithm>

#include "fuzz/target.hpp"
#include "platform/http/parsed_head.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::fuzz {
namespace {

using http::Fault;
using http::RawHead;
using http::RequestHead;

const http::FramingLimits limits{100, 4096, {"localhost", "one.example"}};

bool is_one_of(int status) {
  constexpr int known[] = {400, 405, 411, 413, 414, 417, 421, 431};
  return std::find(std::begin(known), std::end(known), status) != std::end(known);
}

bool holds_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
}

void look_at_path(const RequestHead& head) {
  must(head.path.starts_with('/'), "a path begins with a slash");
  must(is_utf8(head.path) && !holds_control(head.path), "a path is clean text");
  for (const auto& segment : head.segments) {
    must(segment != "." && segment != "..", "no segment goes up");
    must(segment.find('/') == std::string::npos && segment.find('\\') == std::string::npos,
         "no segment has a slash in it");
  }
  std::string again;
  for (const auto& segment : head.segments)
    again += "/" + http::percent_encode(segment);
  const auto reread = http::parse_target(again.empty() ? "/" : again);
  const auto* same = std::get_if<RequestHead>(&reread);
  must(same != nullptr && same->path == head.path && same->segments == head.segments,
       "a path that is written again is read as the same");
}

void look_at(const RequestHead& head, const RawHead& raw) {
  must(raw.version == 11, "only HTTP/1.1 passes");
  must(head.headers.all("Host").size() == 1, "exactly one host passes");
  must(!head.headers.has("Transfer-Encoding"), "no transfer encoding passes");
  const auto lengths = head.headers.all("Content-Length");
  must(lengths.size() <= 1, "at most one length passes");
  const bool plain =
      lengths.empty() ||
      std::to_string(head.content_length) ==
          lengths[0].substr(std::min(lengths[0].find_first_not_of('0'), lengths[0].size() - 1));
  must(plain, "a length is the number that was written");
  must(head.headers.size() <= limits.fields_max, "no more fields pass than the limit");
  must(head.raw_target.size() <= limits.target_bytes_max, "no longer target passes");
  for (const auto& [name, value] : head.headers) {
    must(is_utf8(value) && !holds_control(value), "a header's value is clean text: " + name);
  }
  for (const auto& [name, value] : head.query) {
    must(is_utf8(name) && is_utf8(value), "a query is text");
    must(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos,
         "a query holds no NUL");
  }
  for (const auto& [name, value] : head.cookies) {
    must(!name.empty() && name.find(';') == std::string::npos, "a cookie has a name");
  }
  look_at_path(head);
}

void one_input(std::string_view bytes) {
  http::Parser parser;
  parser.header_limit(8192);
  parser.body_limit(std::uint64_t{25} << 20U);
  parser.eager(false);
  boost::system::error_code ec;
  std::size_t used = 0;
  while (!ec && !parser.is_header_done() && used < bytes.size()) {
    const auto took =
        parser.put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), ec);
    if (took == 0) break;
    used += took;
  }
  if (ec && ec != boost::beast::http::error::need_more) {
    must(is_one_of(http::fault_of(ec, parser).status), "a refusal has a known status");
    return;
  }
  if (!parser.is_header_done()) return;
  const auto raw = http::raw_head(parser);
  const auto examined = http::examine(raw, limits);
  if (const auto* fault = std::get_if<Fault>(&examined)) {
    must(is_one_of(fault->status) && !fault->detail.empty(), "a refusal has a known status");
  } else {
    look_at(std::get<RequestHead>(examined), raw);
  }
}

const Known known("request_head", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
