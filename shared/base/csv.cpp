#include "base/csv.hpp"

#include <algorithm>
#include <string_view>

namespace onereturn {
namespace {

bool begins_like_a_formula(std::string_view line) {
  const auto first = line.find_first_not_of(" \xC2\xA0");
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(line[first]) != std::string_view::npos;
}

bool is_dangerous(std::string_view cell) {
  for (std::size_t begin = 0;;) {
    const auto end = cell.find('\n', begin);
    if (begins_like_a_formula(cell.substr(begin, end - begin))) return true;
    if (end == std::string_view::npos) return false;
    begin = end + 1;
  }
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (!line.empty()) line += ',';
    line += is_dangerous(cell) ? "\"'" : "\"";
    for (const char character : cell) {
      line += character;
      if (character == '"') line += '"';
    }
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace onereturn
