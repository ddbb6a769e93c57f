#include "domain/documents/document.hpp"

#include <utility>

namespace onereturn::documents {

Paragraph plain(std::string text) {
  Paragraph paragraph;
  paragraph.spans.emplace_back().text = std::move(text);
  return paragraph;
}

Cell cell(std::string text) {
  Cell made;
  made.paragraphs.push_back(plain(std::move(text)));
  return made;
}

}  // namespace onereturn::documents
