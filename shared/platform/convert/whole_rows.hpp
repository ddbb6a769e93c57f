#pragma once

#include <string>

namespace onereturn::convert {

// The words of a Word document (word/document.xml as pandoc writes it), in which a row of a table
// stays on one page, as people read it. A row in which a cell has more than 900 letters may go on
// overleaf: it could be longer than a page.
std::string rows_kept_whole(const std::string& words);

}  // namespace onereturn::convert
