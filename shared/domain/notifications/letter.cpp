#include "domain/notifications/letter.hpp"

#include <cctype>
#include <string_view>

namespace onereturn::notifications {

namespace {

constexpr const char* foot = "OneReturn sent this. Nobody reads answers to it.";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string with_breaks(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 5)
    text.replace(at, 1, "<br>\n");
  return text;
}

std::string anchor(const std::string& address, const std::string& words) {
  return "<a href=\"" + escaped(address) + "\">" + escaped(words) + "</a>";
}

// The characters that an address of ours has: letters, digits and a few signs.
std::string linked(const std::string& text, const std::string& origin) {
  std::string out;
  std::size_t at = 0;
  while (!origin.empty()) {
    const auto found = text.find(origin, at);
    if (found == std::string::npos) break;
    out += escaped(text.substr(at, found - at));
    at = found + origin.size();
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                                std::string_view("/-_").find(text[at]) != std::string_view::npos))
      ++at;
    const auto address = text.substr(found, at - found);
    out += anchor(address, address);
  }
  return out + escaped(text.substr(at));
}

}  // namespace

void Letter::paragraph(const std::string& text, const std::string& origin) {
  if (text.empty()) return;
  plain_ += text + "\n\n";
  html_ += "<p>" + with_breaks(linked(text, origin)) + "</p>\n";
}

void Letter::link(const std::string& action, const std::string& address) {
  plain_ += action + ":\n" + address + "\n\n";
  html_ += "<p>" + anchor(address, action) + "</p>\n<p>" + escaped(address) + "</p>\n";
}

MailText Letter::text(std::string subject) const {
  const std::string title = "<title>" + escaped(subject) + "</title>";
  return {std::move(subject), plain_ + foot + "\n",
          "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">" + title +
              "</head><body>\n" + html_ + "<p>" + foot + "</p>\n</body></html>\n"};
}

}  // namespace onereturn::notifications
