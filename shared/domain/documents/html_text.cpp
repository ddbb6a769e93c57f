#include "domain/documents/html_text.hpp"

#include "base/text.hpp"

namespace onereturn::documents {
namespace {

std::string escaped(std::string_view text, std::string_view line_end) {
  std::string made;
  made.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&')
      made += "&amp;";
    else if (c == '<')
      made += "&lt;";
    else if (c == '>')
      made += "&gt;";
    else if (c == '"')
      made += "&quot;";
    else if (c == '\'')
      made += "&#39;";
    else if (c == '\n')
      made += line_end;
    else if (c == '\t')
      made += ' ';
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      continue;
    else if (is_no_character(text, at))
      at += 2;
    else
      made += c;
  }
  return made;
}

}  // namespace

std::string html_text(std::string_view text) { return escaped(text, "<br />"); }

std::string html_attribute(std::string_view text) { return escaped(text, " "); }

std::string html_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      id += c;
    else if (c >= 'A' && c <= 'Z')
      id += static_cast<char>(c + 32);
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-')
    id.pop_back();
  return id;
}

}  // namespace onereturn::documents
