#include <algorithm>

#include "domain/documents/drawing.hpp"
#include "domain/documents/pictures.hpp"

namespace onereturn::documents {
namespace {

constexpr int groups_max = 6;
constexpr int left = 10;
constexpr int column = 32;
constexpr int tall = 150;

int in_at(const RateSeries& series, int week) {
  return series.in_by_week[static_cast<std::size_t>(week)];
}

bool has(const RateSeries& series, int week) {
  return week < static_cast<int>(series.in_by_week.size()) && series.asked > 0;
}

int last_week(const RateSeries& series) { return static_cast<int>(series.in_by_week.size()) - 1; }

// The last of this exercise is one of them, and the others lie as evenly as whole weeks can.
std::vector<int> weeks_drawn(const RateSeries& now, int weeks) {
  std::vector<int> drawn;
  const int step = std::max(1, (weeks + groups_max - 1) / groups_max);
  for (int week = weeks; week > 0 && static_cast<int>(drawn.size()) < groups_max; week -= step)
    drawn.push_back(week);
  if (static_cast<int>(drawn.size()) < groups_max) drawn.push_back(0);
  const int here = last_week(now);
  if (here >= 0 && std::ranges::find(drawn, here) == drawn.end()) {
    const auto nearest =
        std::ranges::min_element(drawn, {}, [here](int week) { return std::abs(week - here); });
    *nearest = here;
  }
  std::ranges::sort(drawn);
  return drawn;
}

void draw_column(Drawing& drawing, const RateSeries& series, int week, int x, int ground,
                 int shade) {
  if (!has(series, week)) return;
  const int share = std::min(100, share_of(in_at(series, week), series.asked));
  const int height = tall * share / 100;
  drawing.box(x, ground - height, column - 2, height, Drawing::shade(shade, 5));
  drawing.text(x + column / 2 - 1, ground - height - 5, std::to_string(share) + "%",
               Drawing::Anchor::middle);
}

int draw_key(Drawing& drawing, const RateSeries& series, int shade, int y) {
  drawing.box(left, y - 12, 14, 14, Drawing::shade(shade, 5));
  return drawing.lines(left + 22, y, wrapped(series.title, text_per_line - 4, 2)) + 2;
}

Table table_of(const RateSeries& now, const std::optional<RateSeries>& before, int weeks) {
  Table table;
  table.name = "response-rate";
  table.caption = "Returns in, of those asked, by week since it was opened";
  table.first_is_heading = true;
  table.columns = {{"Week", 1}, {now.title, 3}};
  if (before) table.columns.push_back({before->title, 3});
  for (int week = 0; week <= weeks; ++week) {
    std::vector<Cell> row{cell(std::to_string(week))};
    row.push_back(cell(has(now, week) ? share_words(in_at(now, week), now.asked) : ""));
    if (before)
      row.push_back(
          cell(has(*before, week) ? share_words(in_at(*before, week), before->asked) : ""));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string words_of(const RateSeries& now, const std::optional<RateSeries>& before) {
  const int here = last_week(now);
  auto words = "Columns: returns in by week, per cent of those asked. " + now.title + ": " +
               share_words(in_at(now, here), now.asked) + " in week " + std::to_string(here) + ".";
  if (before && has(*before, here))
    words += " " + before->title + ": " + share_words(in_at(*before, here), before->asked) +
             " in that week.";
  return words;
}

}  // namespace

Drawn response_rate(const RateSeries& now, const std::optional<RateSeries>& before) {
  const bool any = now.asked > 0 && !now.in_by_week.empty();
  int weeks = any ? last_week(now) : -1;
  if (any && before && before->asked > 0) weeks = std::max(weeks, last_week(*before));
  Drawn drawn{{}, table_of(now, before, weeks)};
  drawn.picture.caption = "Response rate over time";
  if (!any) {
    drawn.picture.alternative = "Nobody has been asked for a return yet.";
    drawn.picture.svg = empty_drawing(drawn.picture.alternative);
    return drawn;
  }
  Drawing drawing;
  int y = draw_key(drawing, now, 0, 20);
  if (before) y = draw_key(drawing, *before, 3, y);
  const int ground = y + tall + 16;
  const auto shown = weeks_drawn(now, weeks);
  const int pitch = (drawing_width - 2 * left) / static_cast<int>(shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const int middle = left + pitch * static_cast<int>(i) + pitch / 2;
    draw_column(drawing, now, shown[i], before ? middle - column : middle - column / 2, ground, 0);
    if (before) draw_column(drawing, *before, shown[i], middle + 1, ground, 3);
    drawing.text(middle, ground + 18, std::to_string(shown[i]), Drawing::Anchor::middle);
  }
  drawing.line(left, ground, drawing_width - left, ground);
  drawing.text(left, ground + 38, "Weeks since it was opened");
  drawn.picture.alternative = words_of(now, before);
  drawn.picture.svg = drawing.svg(ground + 48);
  return drawn;
}

}  // namespace onereturn::documents
