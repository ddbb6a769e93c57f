#include <algorithm>

#include "domain/documents/drawing.hpp"
#include "domain/documents/pictures.hpp"

namespace onereturn::documents {

int heat_shade(int part, int whole) {
  if (whole <= 0) return 0;
  return 1 + std::clamp(share_of(part, whole), 0, 99) / 20;
}

Table heat_table(const std::string& caption, const std::vector<std::string>& standards,
                 const std::vector<HeatRow>& rows) {
  Table table;
  table.name = "standards-by-organisation";
  table.caption = caption;
  table.first_is_heading = true;
  table.columns = {{"Organisation", 4}};
  for (const auto& standard : standards)
    table.columns.push_back({standard, 2});
  for (const auto& row : rows) {
    std::vector<Cell> cells{cell(row.organisation)};
    for (std::size_t i = 0; i < standards.size(); ++i) {
      auto& made = cells.emplace_back(cell(i < row.cells.size() ? row.cells[i].text : ""));
      made.shade = i < row.cells.size() ? row.cells[i].shade : 0;
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace onereturn::documents
