#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/documents/document.hpp"

// A document as HTML. Every text is escaped, what no document can hold is left out, and nothing is
// fetched from anywhere.
namespace onereturn::documents {

// Bytes as standard base64, with its padding. A logo and pictures are data addresses.
using Base64 = std::function<std::string(std::string_view bytes)>;

// The blocks for a page of ours: headings from h2, tables with caption and scope, pictures as SVG,
// footnotes at the end with links there and back. No style attributes, no title.
std::string to_page(const Document& document);

// A whole document by itself, for reading and for keeping: style and pictures are in it.
std::string to_html(const Document& document, const Base64& base64);

// The same for the converter to Word: the title is the document's, headings begin at 1, pictures
// stand alone with their alternative, footnotes are notes and page breaks the style "Page break".
std::string to_convertible(const Document& document, const Base64& base64);

}  // namespace onereturn::documents
