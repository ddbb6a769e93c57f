#include <cstdint>

#include "domain/documents/drawing.hpp"
#include "domain/documents/pictures.hpp"

namespace onereturn::documents {
namespace {

constexpr int left = 10;
constexpr int line_left = 20;
constexpr int line_right = drawing_width - 20;
constexpr int mark = 7;

int x_of(int part, int whole) {
  return line_left +
         static_cast<int>(static_cast<std::int64_t>(line_right - line_left) * part / whole);
}

int draw_key(Drawing& drawing, const std::string& point) {
  drawing.circle(left + 8, 15, mark, "#ffffff");
  drawing.text(left + 26, 20, "Organisations’ own grade");
  drawing.box(left + 1, 31, 2 * mark, 2 * mark, Drawing::shade(0, 5));
  drawing.text(left + 26, 43, "The board’s grade");
  return drawing.lines(
             left, 68,
             wrapped("From none (left) to all (right) at “" + point + "”", text_per_line, 3)) +
         8;
}

int draw_part(Drawing& drawing, const SelfAndBoard& part, int y) {
  y = drawing.lines(left, y, wrapped(part.part, text_per_line, 2), true) - 4;
  drawing.line(line_left, y, line_right, y);
  if (part.of > 0) {
    drawing.circle(x_of(part.self, part.of), y, mark + 2, "#ffffff");
    // Smaller than the circle, so that both are seen where they are the same.
    drawing.box(x_of(part.board, part.of) - 5, y - 5, 10, 10, Drawing::shade(0, 5));
  }
  const auto figures = "Own " + std::to_string(part.self) + ", board " +
                       std::to_string(part.board) + ", of " + std::to_string(part.of);
  return drawing.lines(left, y + 26, {figures}) + 10;
}

}  // namespace

Drawn self_against_board(const std::string& point, const std::vector<SelfAndBoard>& parts) {
  Drawn drawn;
  auto& table = drawn.data;
  table.name = "self-against-board";
  table.caption = "Graded “" + point + "”, of what both have graded";
  table.first_is_heading = true;
  table.columns = {{"Part", 4}, {"Organisations’ own grade", 2}, {"The board’s grade", 2}};
  SelfAndBoard all;
  for (const auto& part : parts) {
    table.rows.push_back({cell(part.part), cell(share_words(part.self, part.of)),
                          cell(share_words(part.board, part.of))});
    all.self += part.self;
    all.board += part.board;
    all.of += part.of;
  }
  drawn.picture.caption = "Organisations’ own grades against the board’s";
  if (all.of == 0) {
    drawn.picture.alternative = "Nothing has been graded by both yet.";
    drawn.picture.svg = empty_drawing(drawn.picture.alternative);
    return drawn;
  }
  Drawing drawing;
  int y = draw_key(drawing, point);
  for (const auto& part : parts)
    y = draw_part(drawing, part, y);
  drawn.picture.alternative = "Two marks for each of " + std::to_string(parts.size()) +
                              (parts.size() == 1 ? " part" : " parts") + ". Graded “" + point +
                              "” in all of them together: " + share_words(all.self, all.of) +
                              " by the organisations, " + share_words(all.board, all.of) +
                              " by the board.";
  drawn.picture.svg = drawing.svg(y);
  return drawn;
}

}  // namespace onereturn::documents
