// What goes into the head of an answer: a way on, a header, a link on a page.

#include <algorithm>

#include "fuzz/target.hpp"
#include "platform/html/href.hpp"
#include "platform/http/message.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::fuzz {
namespace {

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

void look_at_location(const std::string& location) {
  try {
    const auto answer = http::Response::see_other(location);
    const auto kept = answer.headers.get("Location");
    must(kept.starts_with('/') && !kept.starts_with("//") && !kept.starts_with("/\\"),
         "a way on is a path of ours");
    must(kept.find_first_of(std::string("\r\n\0", 3)) == std::string::npos, "a way on is one line");
  } catch (const std::invalid_argument&) {
    // Refused: nobody is sent anywhere.
  }
}

void look_at_header(const std::string& name, const std::string& value) {
  try {
    http::Response answer;
    answer.with(name, value);
    for (const auto& [kept_name, kept] : answer.headers) {
      must(
          !kept_name.empty() && is_printable(kept_name) && kept_name.find(':') == std::string::npos,
          "a header's name is one word");
      must(kept.find_first_of(std::string("\r\n\0", 3)) == std::string::npos,
           "a header's value is one line");
    }
  } catch (const std::invalid_argument&) {
    // Refused: nothing is set.
  }
}

void look_at_link(const std::string& address) {
  const auto link = html::safe_href(address);
  must(is_printable(link), "a link is printable");
  must(link.starts_with('/') || link.starts_with('#') || link.starts_with('?') ||
           link.starts_with("https://") || link.starts_with("mailto:"),
       "a link goes to one of five kinds of place");
  must(!link.starts_with("//"), "a link of ours stays here");
  must(html::safe_href(link) == link, "a safe link stays as it is");
}

void look_at_escapes(const std::string& text) {
  const auto encoded = http::percent_encode(text);
  must(is_printable(encoded) && encoded == html::url_encoded(text), "both encode alike");
  must(encoded.find_first_of("/?&=#\"'<> ") == std::string::npos, "nothing with a meaning stays");
  must(http::percent_decode(encoded, true) == text, "what is encoded is decoded as the same");
  const auto decoded = http::percent_decode(text, false);
  must(!decoded || decoded->size() <= text.size(), "decoding never makes longer");
}

void one_input(std::string_view bytes) {
  const std::string text(bytes);
  look_at_location(text);
  look_at_location("/" + text);
  look_at_link(text);
  look_at_escapes(text);
  Taker taker(bytes);
  const auto name = taker.text(40);
  look_at_header(name, std::string(taker.rest()));
  look_at_header("X-Word", text);
}

const Known known("answer_head", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
