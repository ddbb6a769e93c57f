#include "platform/convert/plain_pdf.hpp"

#include <algorithm>

namespace onereturn::convert {

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line;
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

bool begins_object(std::string_view line) {
  return line.ends_with(" 0 obj") &&
         first_word(line).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace onereturn::convert
