#pragma once

#include <string>

namespace onereturn::convert {

// LibreOffice tags the first cell of a row as a heading, and says of every heading that it stands
// for a column. Where a heading has plain cells beside it, it stands for its row: that is put right
// in the PDF's bytes, whose length stays the same.
void name_row_headings(std::string& pdf);

}  // namespace onereturn::convert
