#pragma once

#include <vector>

#include "domain/documents/document.hpp"

namespace onereturn::documents {

// The widths of a table's columns on paper, in per cent of its own, one for each: their shares as
// they were named, but no column so narrow that an ordinary word in it would be broken.
std::vector<int> column_widths(const Table& table);

}  // namespace onereturn::documents
