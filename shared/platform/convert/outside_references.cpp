#include "platform/convert/outside_references.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace onereturn::convert {
namespace {

constexpr auto fetching = std::to_array<std::string_view>(
    {"audio", "base", "embed", "frame", "iframe", "link", "math", "object", "portal", "script",
     "source", "style", "svg", "track", "video"});
constexpr auto blanks = std::string_view{" \t\r\n\f/"};

std::string in_small_letters(std::string_view text) {
  std::string small{text};
  std::transform(small.begin(), small.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return small;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// Where the tag that begins at `from` ends: ">" within quotation marks ends none.
std::size_t end_of_tag(std::string_view html, std::size_t from) {
  char quote = 0;
  for (std::size_t at = from; at < html.size(); ++at) {
    if (quote != 0) {
      if (html[at] == quote) quote = 0;
    } else if (html[at] == '"' || html[at] == '\'') {
      quote = html[at];
    } else if (html[at] == '>') {
      return at;
    }
  }
  return html.size();
}

// Every attribute called src, whatever stands before the equals sign.
bool fetches_source(std::string_view tag) {
  for (auto at = tag.find("src"); at != std::string_view::npos; at = tag.find("src", at + 3)) {
    const auto value = tag.find_first_not_of(" \t\r\n\f\"'=", at + 3);
    const auto first = value == std::string_view::npos ? std::string_view{} : tag.substr(value);
    if (!first.starts_with("data:image/")) return true;
    at = value + std::min(first.find_first_of("\"' "), first.size()) - 3;
  }
  return false;
}

std::string in_tag(std::string_view tag) {
  const auto name = tag.substr(0, tag.find_first_of(blanks));
  if (std::find(fetching.begin(), fetching.end(), name) != fetching.end()) return std::string{name};
  if (name == "meta" && has(tag, "http-equiv")) return "meta";
  if (name == "img" && (!has(tag, "src") || has(tag, "srcset") || fetches_source(tag)))
    return "img";
  if (name != "img" && has(tag, "src=")) return "src";
  if (has(tag, "url(") || has(tag, "background=")) return "url";
  return {};
}

}  // namespace

std::string outside_reference(const std::string& html) {
  const std::string small = in_small_letters(html);
  const std::string_view text = small;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const auto end = end_of_tag(text, ++at);
    if (auto found = in_tag(text.substr(at, end - at)); !found.empty()) return found;
    // The quotation marks of a text after a lone "<" must hide nothing: each "<" is looked at.
  }
  return {};
}

}  // namespace onereturn::convert
