#pragma once

#include <string>
#include <string_view>

namespace onereturn::convert {

// What LibreOffice 7.4 leaves undone so that a PDF keeps what it says of itself (PDF/UA-1 and
// PDF/A-2b), done in the plain form that `qpdf --qdf` writes and `fix-qdf` takes back:
//   - the PDF/UA mark is described for archives (an extension schema);
//   - lines that are drawn beside the words are marked as decoration;
//   - pages say as a name that the keyboard follows the structure;
//   - footnotes have an identifier;
//   - links that no structure knows (back from a footnote's number) are taken off their pages.
std::string finished(std::string_view plain);

}  // namespace onereturn::convert
