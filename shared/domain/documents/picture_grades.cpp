#include <cstdint>
#include <numeric>

#include "domain/documents/drawing.hpp"
#include "domain/documents/pictures.hpp"

namespace onereturn::documents {
namespace {

constexpr int left = 10;
constexpr int bar_width = drawing_width - 2 * left;
constexpr int bar_height = 22;
constexpr int letter_room = 16;

int sum_of(const std::vector<int>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0);
}

// A to Z, then A1: letters join key and bar where colours cannot.
std::string letter_of(std::size_t index) {
  std::string letter(1, static_cast<char>('A' + index % 26));
  return index < 26 ? letter : letter + std::to_string(index / 26);
}

int draw_key(Drawing& drawing, const std::vector<std::string>& points, int y) {
  const int of = static_cast<int>(points.size());
  for (int i = 0; i < of; ++i) {
    const auto at = static_cast<std::size_t>(i);
    drawing.box(left, y - 12, 14, 14, Drawing::shade(i, of));
    y = drawing.lines(left + 22, y,
                      wrapped(letter_of(at) + "  " + points[at], text_per_line - 4, 2)) +
        2;
  }
  return y;
}

int draw_part(Drawing& drawing, const PointCounts& part, int y) {
  y = drawing.lines(left, y, wrapped(part.part, text_per_line, 2), true);
  const int whole = sum_of(part.counts);
  const int of = static_cast<int>(part.counts.size());
  const int top = y - 12;
  std::string figures;
  std::int64_t before = 0;
  for (int i = 0; i < of; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const int count = part.counts[at];
    figures += (i == 0 ? "" : ", ") + letter_of(at) + " " + std::to_string(count);
    if (count == 0) continue;
    const int from = static_cast<int>(bar_width * before / whole);
    before += count;
    const int width = static_cast<int>(bar_width * before / whole) - from;
    drawing.box(left + from, top, width, bar_height, Drawing::shade(i, of));
    if (width < letter_room) continue;
    drawing.text(left + from + width / 2, top + 16, letter_of(at), Drawing::Anchor::middle, false,
                 Drawing::is_dark(i, of) ? "#ffffff" : "#0b0c0c");
  }
  if (whole == 0) drawing.box(left, top, bar_width, bar_height, "#ffffff");
  figures += " of " + std::to_string(whole);
  return drawing.lines(left, top + bar_height + 17, wrapped(figures, text_per_line, 3)) + 12;
}

Table table_of(const std::vector<std::string>& points, const std::vector<PointCounts>& parts) {
  Table table;
  table.name = "grades";
  table.caption = "Grades given, of all that were given in that part";
  table.first_is_heading = true;
  table.columns = {{"Part", 4}};
  for (const auto& point : points)
    table.columns.push_back({point, 2});
  table.columns.push_back({"All", 1});
  for (const auto& part : parts) {
    const int whole = sum_of(part.counts);
    std::vector<Cell> row{cell(part.part)};
    for (const int count : part.counts)
      row.push_back(cell(share_words(count, whole)));
    row.push_back(cell(std::to_string(whole)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Drawn grade_distribution(const std::vector<std::string>& points,
                         const std::vector<PointCounts>& parts) {
  Drawn drawn{{}, table_of(points, parts)};
  drawn.picture.caption = "Grades given";
  std::vector<int> all(points.size(), 0);
  for (const auto& part : parts) {
    for (std::size_t i = 0; i < all.size() && i < part.counts.size(); ++i)
      all[i] += part.counts[i];
  }
  const int whole = sum_of(all);
  if (whole == 0) {
    drawn.picture.alternative = "Nothing has been graded yet.";
    drawn.picture.svg = empty_drawing(drawn.picture.alternative);
    return drawn;
  }
  Drawing drawing;
  int y = draw_key(drawing, points, 20) + 10;
  for (const auto& part : parts)
    y = draw_part(drawing, part, y);
  auto words = "Stacked bars, one for each of " + std::to_string(parts.size()) +
               (parts.size() == 1 ? " part" : " parts") + ". In all of them together: ";
  for (std::size_t i = 0; i < all.size(); ++i)
    words += (i == 0 ? "" : ", ") + points[i] + " " + std::to_string(all[i]);
  drawn.picture.alternative = words + ", of " + std::to_string(whole) + ".";
  drawn.picture.svg = drawing.svg(y);
  return drawn;
}

}  // namespace onereturn::documents
