#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onereturn::convert {

// The letters of a piece of a Word document: where it is a row, of the cell with most to say, as
// cells stand beside each other.
std::size_t letters_in(std::string_view piece);

// The words of a Word document (word/document.xml as pandoc writes it), in which a row of a table
// stays on one page, as people read it. A row in which a cell has more than 900 letters may go on
// overleaf: it could be longer than a page.
std::string rows_kept_whole(const std::string& words);

}  // namespace onereturn::convert
