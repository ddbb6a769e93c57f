#include "domain/documents/document_html.hpp"

#include "domain/documents/block_html.hpp"
#include "domain/documents/colours.hpp"
#include "domain/documents/html_text.hpp"

namespace onereturn::documents {
namespace {

std::string blocks_of(const Document& document, HtmlFor what, const Base64* base64) {
  BlockHtml writer(what, base64);
  for (const auto& block : document.blocks)
    writer.add(block);
  writer.add_notes();
  return writer.html();
}

std::string style_of(const Look& look) {
  const auto colour = readable(look.colour);
  return "@page { size: A4; margin: 20mm 18mm }\n"
         "body { font: 11pt/1.45 \"Open Sans\", Arial, sans-serif; color: #0b0c0c; "
         "max-width: 48em; margin: 2em auto; padding: 0 1em }\n"
         "h1, h2, h3, h4 { color: " +
         colour +
         "; line-height: 1.2; break-after: avoid }\n"
         "table { border-collapse: collapse; width: 100%; margin: 1em 0 }\n"
         "caption { text-align: left; font-weight: bold; padding: .4em 0 }\n"
         "thead { display: table-header-group }\n"
         "tr { break-inside: avoid }\n"
         "th, td { border: 1px solid #8a949e; padding: .35em .5em; text-align: start; "
         "vertical-align: top; overflow-wrap: anywhere }\n"
         "thead th { background: #eef2f4 }\n"
         "svg { max-width: 100%; height: auto }\n"
         ".page-break { break-before: page }\n"
         ".or-heat-1 { background: #f1f7f9 }\n"
         ".or-heat-2 { background: #d9eaee }\n"
         ".or-heat-3 { background: #bfdae1 }\n"
         ".or-heat-4 { background: #a3c9d2 }\n"
         ".or-heat-5 { background: #86b6c1 }\n"
         ".facts { color: #3b4248 }\n";
}

std::string logo_of(const Look& look, const Base64& base64) {
  if (look.logo.empty() || (look.logo_type != "image/png" && look.logo_type != "image/jpeg"))
    return "";
  return "<p><img alt=\"" + html_attribute(look.name) + "\" src=\"data:" + look.logo_type +
         ";base64," + base64(look.logo) + "\" /></p>\n";
}

// What tells this paper from another, under the title.
std::string facts_of(const Document& document) {
  std::string facts;
  const auto add = [&facts](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    if (!facts.empty()) facts += "<br />";
    facts += std::string(name) + html_text(value);
  };
  add("", document.look.name);
  add("", document.standing);
  add("Record ", document.record);
  add("Check value ", document.check_value);
  add("Ask whether this paper is genuine: ", document.verify_url);
  return facts;
}

std::string head_of(const Document& document, std::string_view more) {
  return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
         "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"" +
         html_attribute(document.language) + "\">\n<head>\n<meta charset=\"utf-8\" />\n<title>" +
         html_attribute(document.title) + "</title>\n" + std::string(more) + "</head>\n<body>\n";
}

}  // namespace

std::string to_page(const Document& document) {
  return blocks_of(document, HtmlFor::page, nullptr);
}

std::string to_html(const Document& document, const Base64& base64) {
  const auto more =
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<style>\n" +
      style_of(document.look) + "</style>\n";
  std::string html = head_of(document, more) + logo_of(document.look, base64) + "<h1>" +
                     html_text(document.title) + "</h1>\n";
  if (!document.subtitle.empty()) html += "<p>" + html_text(document.subtitle) + "</p>\n";
  if (const auto facts = facts_of(document); !facts.empty())
    html += "<p class=\"facts\">" + facts + "</p>\n";
  return html + blocks_of(document, HtmlFor::reading, &base64) + "</body>\n</html>\n";
}

std::string to_convertible(const Document& document, const Base64& base64) {
  std::string html = head_of(document, "") + logo_of(document.look, base64);
  if (!document.subtitle.empty())
    html +=
        "<div data-custom-style=\"Subtitle\"><p>" + html_text(document.subtitle) + "</p></div>\n";
  if (const auto facts = facts_of(document); !facts.empty())
    html += "<div data-custom-style=\"Record\"><p>" + facts + "</p></div>\n";
  return html + blocks_of(document, HtmlFor::converting, &base64) + "</body>\n</html>\n";
}

}  // namespace onereturn::documents
