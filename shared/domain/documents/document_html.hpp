#pragma once

#include <string>

#include "domain/documents/document.hpp"

namespace onereturn::documents {

// Every text of it escaped. `numbers_from` continues the count of footnotes.
struct HtmlParts {
  std::string body;   // the blocks
  std::string notes;  // the footnotes, an ordered list; "" without any
};

// The blocks as they stand inside a page of ours: headings from h2, tables with caption and scope,
// pictures as inline SVG, footnotes at the end with links there and back. No style attributes.
HtmlParts to_page(const Document& document);

// A whole HTML document by itself, for reading and for keeping: its style and pictures are in it,
// it fetches nothing.
std::string to_html(const Document& document);

// The same for the converter to Word: pictures as data addresses in plain paragraphs, footnotes and
// page breaks in the form that it carries over.
std::string to_convertible(const Document& document);

}  // namespace onereturn::documents
