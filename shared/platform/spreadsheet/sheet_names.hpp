#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onereturn::spreadsheet {

// The first characters of a text that is UTF-8, at most `most` of them as spreadsheets count: one
// that needs two units of UTF-16 is two. Never cuts a character.
std::string_view first_units(std::string_view text, std::size_t most);

// Names that tabs may bear, in order: without the characters that are forbidden there, at most 31
// characters, none empty, none twice (capitals aside).
std::vector<std::string> sheet_names(const std::vector<std::string>& wanted);

}  // namespace onereturn::spreadsheet
