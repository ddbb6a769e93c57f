#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/documents/document.hpp"

// Pictures of counts, drawn here as SVG: one hue from dark to light, every mark framed and with its
// figure beside it, so that they are read in grey and in print as well. No style, no script, every
// text escaped. Each comes with what it shows as a table, the denominators in it. Pure; nothing to
// show is a picture that says so.
namespace onereturn::documents {

struct Drawn {
  Picture picture;
  Table data;

  bool operator==(const Drawn&) const = default;
};

// Returns in after so many weeks, of those asked. `in_by_week[0]`: on the day it was opened.
struct RateSeries {
  std::string title;
  int asked = 0;
  std::vector<int> in_by_week;
};
// Columns, this exercise beside the one before, at no more than six weeks; the table has them all.
Drawn response_rate(const RateSeries& now, const std::optional<RateSeries>& before);

// How many stand at each of the points, for one part. As many counts as there are points.
struct PointCounts {
  std::string part;
  std::vector<int> counts;
};
// Stacked bars of equal length, the points in the order given, dark to light.
Drawn grade_distribution(const std::vector<std::string>& points,
                         const std::vector<PointCounts>& parts);

// Bars of counts with their share of all of them. `of_what`: "open actions".
struct AgeCount {
  std::string age;
  int count = 0;
};
Drawn action_ageing(const std::vector<AgeCount>& ages, const std::string& of_what);

// Of so many, how many stand at the point that is looked at, in the agencies' own grades and in the
// board's. `point`: "Met".
struct SelfAndBoard {
  std::string part;
  int self = 0;
  int board = 0;
  int of = 0;
};
Drawn self_against_board(const std::string& point, const std::vector<SelfAndBoard>& parts);

// Standards by organisation: what stands in each cell and how dark it is, 0 (nothing known) and 1
// (lightest) to 5. As many cells as there are standards.
struct HeatCell {
  std::string text;
  int shade = 0;

  bool operator==(const HeatCell&) const = default;
};
struct HeatRow {
  std::string organisation;
  std::vector<HeatCell> cells;
};
// The words as a table; on a page each cell has the class "or-heat-" and its shade besides.
Table heat_table(const std::string& caption, const std::vector<std::string>& standards,
                 const std::vector<HeatRow>& rows);
// 1 to 5 for a share; 0 of nothing.
int heat_shade(int part, int whole);

}  // namespace onereturn::documents
