#include "domain/reporting/overview_tables.hpp"

#include <algorithm>
#include <iterator>

#include "domain/documents/pictures.hpp"
#include "domain/reporting/draft_words.hpp"

namespace onereturn::reporting {

namespace {

std::string name_of(const reviews::StandardNeed& need) {
  return need.code.empty() ? need.name : need.code + ". " + need.name;
}

std::string below_words(int below, int rated) {
  if (rated == 0) return "Not graded";
  return (below == 0 ? std::string("None") : figure(below)) + " of " + figure(rated);
}

// Columns are narrow. Shaded as every heat table is: the darker, the more meets the minimum.
documents::Cell met_cell(int met, int rated) {
  auto made = cell(rated == 0 ? "Not graded" : figure(met) + " of " + figure(rated));
  made.shade = documents::heat_shade(met, rated);
  return made;
}

}  // namespace

std::string state_words(const returns::WaveRow& row) {
  const auto& state = row.state;
  if (state == "to_evaluate") return "In, to be evaluated";
  if (state == "sent_back") return row.late ? "Sent back, late" : "Sent back for changes";
  if (state == "evaluated") return "Evaluated";
  if (state == "signed_off") return "Evaluated and signed off";
  if (state == "left_out") return "Left out";
  if (state == "withdrawn") return "Withdrawn";
  const std::string words = state == "started" ? "Started" : "Not started";
  return row.late ? words + ", late" : words;
}

documents::Table participation_table(const returns::WaveCounts& counts) {
  documents::Table table;
  table.caption = "Returns asked for, and where they stand";
  table.name = "participation";
  table.columns = {{"Where they stand", 5}, {"Returns", 2}, {"Of", 2}};
  table.first_is_heading = true;
  const auto add = [&](const char* words, int number, int of) {
    table.rows.push_back({heading_cell(words), figure_cell(number), figure_cell(of)});
  };
  add("In", counts.in(), counts.asked());
  add("In and still to be evaluated", counts.to_evaluate, counts.in());
  add("In and sent back for changes", counts.sent_back, counts.in());
  add("In and evaluated", counts.evaluated, counts.in());
  add("In, evaluated and signed off", counts.signed_off, counts.in());
  add("Not here yet", counts.awaited, counts.asked());
  add("Not here yet, and started", counts.started, counts.awaited);
  add("Not here yet or sent back, and late", counts.late, counts.expected());
  return table;
}

documents::Table standards_table(const OverviewFacts& facts) {
  documents::Table table;
  table.caption = "Items below the minimum, by standard";
  table.name = "standards";
  table.columns = {{"Standard", 5},
                   {"Graded items below the minimum", 3},
                   {"Organisations with any", 3},
                   {"Graded by the board", 3}};
  table.first_is_heading = true;
  for (const auto& need : facts.needs) {
    int by_board = 0;
    for (const auto& gap : need.gaps)
      by_board += gap.by_board;
    table.rows.push_back(
        {heading_cell(name_of(need)), cell(below_words(need.below(), need.rated())),
         cell(need.gaps.empty()
                  ? "Not graded"
                  : below_words(need.organisations_below(), static_cast<int>(need.gaps.size()))),
         cell(below_words(by_board, need.rated()))});
  }
  return table;
}

documents::Table heat_table(const OverviewFacts& facts) {
  documents::Table table;
  table.caption =
      "Items at the minimum or above it, of those graded, by organisation and standard (by its "
      "number): the darker, the more";
  table.name = "heat";
  table.columns = {{"Organisation", 4}};
  table.first_is_heading = true;
  std::map<std::string, std::vector<documents::Cell>> rows;
  std::size_t at = 0;
  for (const auto& need : facts.needs) {
    if (need.gaps.empty()) continue;
    table.columns.push_back({need.code.empty() ? need.name : need.code, 2});
    for (const auto& gap : need.gaps) {
      auto& row = rows[gap.organisation];
      row.resize(at, cell("Not graded"));
      row.push_back(met_cell(gap.rated - gap.below, gap.rated));
    }
    ++at;
  }
  for (auto& [organisation, cells] : rows) {
    cells.resize(at, cell("Not graded"));
    std::vector<documents::Cell> row{
        heading_cell(organisation.empty() ? "Not in the register" : organisation)};
    std::ranges::move(cells, std::back_inserter(row));
    table.rows.push_back(std::move(row));
  }
  return table;
}

documents::Table register_table(const OverviewFacts& facts) {
  documents::Table table;
  table.caption = "Register of returns: " + facts.wave.title;
  table.name = "register";
  table.columns = {{"No", 3},       {"Organisation", 10}, {"Kind", 7},
                   {"Due", 7},      {"First came in", 7}, {"Where it stands", 7},
                   {"Signed by", 8}};
  int number = 0;
  for (const auto& row : facts.rows) {
    const auto found =
        row.received ? facts.signed_returns.find(*row.received) : facts.signed_returns.end();
    const bool here = found != facts.signed_returns.end();
    table.rows.push_back(
        {figure_cell(++number), cell(row.name), cell(row.type_words), cell(to_words(row.due_on)),
         cell(here ? to_words(found->second.first_in) : "Not here"), cell(state_words(row)),
         cell(!here                      ? ""
              : found->second.by.empty() ? "Not recorded"
                                         : found->second.by)});
  }
  return table;
}

}  // namespace onereturn::reporting
