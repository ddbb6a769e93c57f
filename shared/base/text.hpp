#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace onereturn {

inline constexpr std::size_t line_characters_max = 300;
inline constexpr std::size_t paragraph_characters_max = 10000;

// How many characters a text has. Nothing when it is not valid UTF-8, or holds a NUL or another
// control character but tab and line ends.
std::optional<std::size_t> count_characters(std::string_view text);

// Whether U+FFFE or U+FFFF begins there: Unicode calls them no characters, and XML forbids them.
bool is_no_character(std::string_view text, std::size_t at);

// The same text without those, for what ends in XML.
std::string characters_of(std::string_view text);

// Line ends as "\n", no blanks at the ends of lines, none before the first or after the last word.
// What is between stays as it was typed.
std::string tidy_paragraph(std::string_view text);

// As above, and line ends and tabs become single blanks: for names, titles and places.
std::string tidy_line(std::string_view text);

}  // namespace onereturn
