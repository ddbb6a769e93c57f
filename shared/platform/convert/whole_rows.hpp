#pragma once

#include <string>

namespace onereturn::convert {

// The words of a Word document (word/document.xml as pandoc writes it), in which a row of a table
// stays on one page, as people read it. A row of more than some thousand letters may go on
// overleaf: it could be longer than a page.
std::string with_whole_rows(const std::string& document);

}  // namespace onereturn::convert
