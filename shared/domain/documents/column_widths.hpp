#pragma once

#include <vector>

#include "domain/documents/document.hpp"

namespace onereturn::documents {

// The widths of a table's columns on paper, in per cent of its own, one for each: their shares as
// they were named, but no column so narrow that an ordinary word in it would be broken.
std::vector<int> column_widths(const Table& table);

// Names the shares anew by what stands in each column, for cells that somebody else has filled: a
// long text gets more of the breadth, by the root of its letters, as the others are read beside it.
// A table without words keeps its own.
void share_by_words(Table& table);

}  // namespace onereturn::documents
