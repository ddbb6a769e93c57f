#include "domain/documents/sheets.hpp"

#include <algorithm>
#include <set>

#include "base/csv.hpp"

namespace onereturn::documents {
namespace {

constexpr std::size_t name_max = 31;

std::string words_of(const Cell& cell) {
  std::string words;
  for (const auto& paragraph : cell.paragraphs) {
    if (!words.empty()) words += '\n';
    for (const auto& span : paragraph.spans)
      words += span.text;
  }
  return words;
}

// Cut between two characters, not inside one.
std::string first_bytes(std::string text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0U) == 0x80U)
    --bytes_max;
  text.resize(bytes_max);
  return text;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string name_for(const Table& table, std::set<std::string>& taken) {
  std::string name = table.name.empty() ? table.caption : table.name;
  std::erase_if(name, [](char c) {
    return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) < 0x20;
  });
  if (name.empty()) name = "Table";
  std::string made = first_bytes(name, name_max);
  for (int next = 2; !taken.insert(lower(made)).second; ++next) {
    const auto number = " " + std::to_string(next);
    made = first_bytes(name, name_max - number.size()) + number;
  }
  return made;
}

Sheet sheet_of(const Table& table, std::set<std::string>& taken) {
  Sheet sheet{name_for(table, taken), table.caption, table.columns, {}};
  for (const auto& row : table.rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const auto& cell : row) {
      cells.push_back(words_of(cell));
      cells.resize(cells.size() + static_cast<std::size_t>(std::max(cell.columns, 1) - 1));
    }
    cells.resize(std::max(cells.size(), table.columns.size()));
  }
  return sheet;
}

}  // namespace

std::vector<Sheet> sheets_of(const Document& document) {
  std::vector<Sheet> sheets;
  std::set<std::string> taken;
  for (const auto& block : document.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) sheets.push_back(sheet_of(*table, taken));
  }
  return sheets;
}

std::string csv_of(const Sheet& sheet) {
  std::vector<std::string> headings;
  for (const auto& column : sheet.columns)
    headings.push_back(column.heading);
  std::string text = csv_line(headings);
  for (const auto& row : sheet.rows)
    text += csv_line(row);
  return text;
}

}  // namespace onereturn::documents
