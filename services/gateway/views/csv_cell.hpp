#pragma once

#include <string>
#include <string_view>

namespace onereturn::gateway::views {

// A text as one quoted cell of a CSV file. Where it, or a line in it, begins (after blanks) with
// what a spreadsheet takes for a formula, an apostrophe stands in front.
std::string csv_cell(std::string_view text);

}  // namespace onereturn::gateway::views
