#include "domain/reports/box_words.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "domain/reporting/return_boxes.hpp"
#include "domain/reports/sql.hpp"

namespace onereturn::reports {
namespace {

using Place = std::tuple<std::string, int, std::string>;  // return, version, box
using CellsByPlace = std::map<Place, std::vector<documents::Cell*>>;

CellsByPlace cells_without_words(std::vector<documents::Block>& facts) {
  CellsByPlace cells;
  for (auto& block : facts) {
    auto* table = std::get_if<documents::Table>(&block);
    if (table == nullptr) continue;
    for (auto& row : table->rows) {
      for (auto& cell : row) {
        if (!cell.kept_in) continue;
        const auto& box = *cell.kept_in;
        cells[{box.of_return, box.version, box.box}].push_back(&cell);
      }
    }
  }
  return cells;
}

}  // namespace

std::vector<Redacted> put_box_words(postgres::Transaction& tx,
                                    std::vector<documents::Block>& facts) {
  auto cells = cells_without_words(facts);
  if (cells.empty()) return {};
  std::set<std::pair<std::string, int>> versions;
  for (const auto& [place, at] : cells)
    versions.emplace(std::get<0>(place), std::get<1>(place));
  std::vector<std::string> returns;
  std::vector<int> numbers;
  for (const auto& [of_return, number] : versions) {
    returns.push_back(of_return);
    numbers.push_back(number);
  }
  std::map<std::optional<Date>, int> redacted;
  for (const postgres::Row row : tx.run(sql::words_of_boxes, returns, numbers)) {
    const auto found =
        cells.find({row.text("return_id"), row.number("version_no"), row.text("box_no")});
    if (found == cells.end()) continue;
    const bool gone = row.boolean("redacted");
    for (auto* cell : found->second) {
      gone ? reporting::put_redacted(*cell, row.boolean("has_point"))
           : reporting::put_words(*cell, row.view("words"));
    }
    if (!gone) continue;
    const auto at = row.instant_if("redacted_at");
    ++redacted[at ? std::optional(day_in_england(*at)) : std::nullopt];
  }
  std::vector<Redacted> days;
  for (const auto& [on, boxes] : redacted)
    days.push_back({on, boxes});
  return days;
}

}  // namespace onereturn::reports
