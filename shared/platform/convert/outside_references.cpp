#include "platform/convert/outside_references.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace onereturn::convert {
namespace {

constexpr auto fetching =
    std::to_array<std::string_view>({"audio", "base", "embed", "frame", "iframe", "link", "object",
                                     "portal", "script", "source", "svg", "track", "video"});
constexpr std::string_view blanks = " \t\r\n\f/";
constexpr std::string_view blanks_or_end = " \t\r\n\f/>=";

std::string in_small_letters(std::string_view text) {
  std::string small{text};
  std::transform(small.begin(), small.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return small;
}

void skip(std::string_view& text, std::string_view these) {
  text.remove_prefix(std::min(text.find_first_not_of(these), text.size()));
}

std::string_view take_until(std::string_view& text, std::string_view these) {
  const auto taken = text.substr(0, text.find_first_of(these));
  text.remove_prefix(taken.size());
  return taken;
}

struct Attribute {
  std::string_view name, value;
};

// The next attribute of a tag; one without a name at the tag's end.
Attribute take_attribute(std::string_view& text) {
  skip(text, blanks);
  Attribute found;
  found.name = take_until(text, blanks_or_end);
  skip(text, " \t\r\n\f");
  if (text.empty() || text.front() != '=') return found;
  text.remove_prefix(1);
  skip(text, " \t\r\n\f");
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const std::string_view quote = text.substr(0, 1);
    text.remove_prefix(1);
    found.value = take_until(text, quote);
    if (!text.empty()) text.remove_prefix(1);
  } else {
    found.value = take_until(text, " \t\r\n\f>");
  }
  return found;
}

// `text` begins with the name of a tag.
std::string in_tag(std::string_view text) {
  const auto name = take_until(text, blanks_or_end);
  if (std::find(fetching.begin(), fetching.end(), name) != fetching.end()) return std::string{name};
  if (name != "img" && name != "meta" && name != "input") return {};
  while (true) {
    const auto attribute = take_attribute(text);
    if (attribute.name.empty()) return {};
    const bool outside = attribute.name == "src" && !attribute.value.starts_with("data:image/");
    if (outside || attribute.name == "srcset" || attribute.name == "data-src" ||
        attribute.name == "http-equiv") {
      return std::string{name};
    }
  }
}

}  // namespace

std::string outside_reference(const std::string& html) {
  const std::string small = in_small_letters(html);
  const std::string_view text = small;
  // Each "<" is looked at, also one within a tag: what a reader takes for a tag is its own matter.
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (auto found = in_tag(text.substr(++at)); !found.empty()) return found;
  }
  return {};
}

}  // namespace onereturn::convert
