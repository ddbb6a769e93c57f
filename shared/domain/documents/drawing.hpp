#pragma once

#include <string>
#include <string_view>
#include <vector>

// SVG by presentation attributes alone. Units are those of the view box, in which the longest side
// of a line of text is reckoned at so much a character that no font runs out of it.
namespace onereturn::documents {

inline constexpr int drawing_width = 460;
inline constexpr int text_size = 14;
inline constexpr int line_height = 18;
inline constexpr int text_per_line = 52;  // characters of a line over the whole width

// How wide a text may become; wide letters count twice.
int text_columns(std::string_view text);
int text_width(std::string_view text);

// At most `lines` lines of so many columns, broken between words where that goes; what does not fit
// ends in an ellipsis.
std::vector<std::string> wrapped(std::string_view text, int columns, int lines);

// "12 of 40 (30%)"; "0 of 0" of nothing.
std::string share_words(int part, int whole);
int share_of(int part, int whole);

class Drawing {
 public:
  enum class Anchor { start, middle, end };

  // The shade of one of so many, the first the darkest.
  static std::string shade(int index, int of);
  static bool is_dark(int index, int of);

  // `y` is the line on which letters stand.
  void text(int x, int y, std::string_view text, Anchor anchor = Anchor::start, bool strong = false,
            std::string_view colour = "#0b0c0c");
  // One below the other; answers the y of the next one.
  int lines(int x, int y, const std::vector<std::string>& lines, bool strong = false);
  // Framed. Widths of nought are not drawn.
  void box(int x, int y, int width, int height, std::string_view fill);
  void circle(int x, int y, int radius, std::string_view fill);
  void line(int from_x, int from_y, int to_x, int to_y, bool dashed = false);

  // Of this height, on white.
  std::string svg(int height) const;

 private:
  std::string marks_;
};

// Says that there is nothing, in place of marks.
std::string empty_drawing(std::string_view words);

}  // namespace onereturn::documents
