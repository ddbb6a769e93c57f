#pragma once

#include <string_view>

// Reading a PDF line by line in the plain form that `qpdf --qdf` writes.
namespace onereturn::convert {

// The next line, without its end, which is taken off the text.
std::string_view take_line(std::string_view& text);

std::string_view without_indent(std::string_view line);
std::string_view first_word(std::string_view line);

// "12 0 obj"
bool begins_object(std::string_view line);

}  // namespace onereturn::convert
