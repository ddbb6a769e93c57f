#pragma once

#include <string>
#include <vector>

namespace onereturn {

// One line of a table for spreadsheets, with its end (RFC 4180): every cell in quotes. A cell in
// which a line begins, after blanks, as a formula would, gets an apostrophe before it.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace onereturn
