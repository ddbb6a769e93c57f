#include "gateway/views/csv_cell.hpp"

namespace onereturn::gateway::views {
namespace {

bool begins_a_formula(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view{"=+-@\t"}.find(line[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string quoted = text.starts_with('\r') ? "\"'" : "\"";
  bool line_begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (line_begins && begins_a_formula(text.substr(at))) quoted += '\'';
    line_begins = text[at] == '\n' || text[at] == '\r';
    if (text[at] == '"') quoted += '"';
    quoted += text[at];
  }
  return quoted + "\"";
}

}  // namespace onereturn::gateway::views
