#include "gateway/ready_made.hpp"

namespace onereturn::gateway {

namespace {

constexpr std::string_view target_mark = "/0f3c6a1e-the-same-again";
constexpr std::string_view reference_mark = "0f3c6a1e-reference";

// A target is printable ASCII.
std::string escaped(const std::string& target) {
  std::string text;
  for (const char c : target) {
    switch (c) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      case '\'':
        text += "&#39;";
        break;
      default:
        text += c;
    }
  }
  return text;
}

void put(std::string& page, std::string_view mark, const std::string& text) {
  for (auto at = page.find(mark); at != std::string::npos; at = page.find(mark, at + text.size())) {
    page.replace(at, mark.size(), text);
  }
}

}  // namespace

http::Response ReadyMade::page(const Refusal& refusal, const http::RequestHead& head) {
  const bool repeat = !http::is_unsafe(head.verb);
  const std::string key = refusal.type + (repeat ? "/again/" : "/") + refusal.detail;
  std::string body;
  {
    const std::lock_guard lock{mutex_};
    auto& made = pages_[key];
    if (made.empty()) {
      made = render_(refusal, repeat, std::string{target_mark}, std::string{reference_mark});
    }
    body = made;
  }
  put(body, reference_mark, head.request_id);
  put(body, target_mark, escaped(head.raw_target));
  return http::Response::html(std::move(body), refusal.status);
}

}  // namespace onereturn::gateway
