#include "domain/documents/drawing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "domain/documents/html_text.hpp"

namespace onereturn::documents {
namespace {

constexpr int per_column = 8;  // units, reckoned generously for a size of 14
constexpr std::string_view frame = "#0b3d48";
constexpr std::array<int, 3> darkest{11, 61, 72};
constexpr std::array<int, 3> lightest{232, 243, 246};

std::size_t letter_bytes(unsigned char lead) {
  if (lead < 0xC0) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// From U+1100 on letters may be as wide as two; three bytes begin at U+0800, four at U+10000.
int letter_columns(std::string_view letter) {
  if (letter.size() < 3) return 1;
  const bool narrow = letter.size() == 3 && (static_cast<unsigned char>(letter[0]) == 0xE0 ||
                                             letter.substr(0, 2) == "\xE2\x80");
  return narrow ? 1 : 2;
}

template <typename Each>
void each_letter(std::string_view text, const Each& each) {
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes =
        std::min(letter_bytes(static_cast<unsigned char>(text[at])), text.size() - at);
    each(text.substr(at, bytes));
    at += bytes;
  }
}

// As much as fits, whole letters.
std::string_view head_of(std::string_view text, int columns) {
  std::size_t bytes = 0;
  int used = 0;
  bool full = false;
  each_letter(text, [&](std::string_view letter) {
    used += letter_columns(letter);
    full = full || used > columns;
    if (!full) bytes += letter.size();
  });
  return text.substr(0, bytes);
}

std::string on_one_line(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (made.empty() || made.back() == ' ')) continue;
    made += blank ? ' ' : c;
  }
  while (!made.empty() && made.back() == ' ')
    made.pop_back();
  return made;
}

std::string number(int value) { return std::to_string(value); }

}  // namespace

int text_columns(std::string_view text) {
  int columns = 0;
  each_letter(text, [&columns](std::string_view letter) { columns += letter_columns(letter); });
  return columns;
}

int text_width(std::string_view text) { return text_columns(text) * per_column; }

std::vector<std::string> wrapped(std::string_view text, int columns, int lines) {
  const auto whole = on_one_line(text);
  std::string_view rest = whole;
  std::vector<std::string> made;
  while (!rest.empty()) {
    if (text_columns(rest) <= columns) {
      made.emplace_back(rest);
      break;
    }
    if (static_cast<int>(made.size()) + 1 == lines) {
      made.push_back(on_one_line(head_of(rest, columns - 1)) + "…");
      break;
    }
    auto head = head_of(rest, columns);
    // A line that ends with a whole word keeps it.
    const auto cut = rest[head.size()] == ' ' ? head.size() : head.rfind(' ');
    if (cut != std::string_view::npos && cut > 0) head = head.substr(0, cut);
    made.emplace_back(head);
    rest.remove_prefix(head.size());
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }
  return made;
}

int share_of(int part, int whole) {
  return whole <= 0 ? 0 : static_cast<int>((200LL * part + whole) / (2LL * whole));
}

std::string share_words(int part, int whole) {
  const auto words = number(part) + " of " + number(whole);
  return whole <= 0 ? words : words + " (" + number(share_of(part, whole)) + "%)";
}

std::string Drawing::shade(int index, int of) {
  const int steps = std::max(1, of - 1);
  const int at = std::clamp(index, 0, steps);
  std::array<char, 8> text{};
  std::array<int, 3> mixed{};
  for (std::size_t i = 0; i < mixed.size(); ++i)
    mixed[i] = darkest[i] + (lightest[i] - darkest[i]) * at / steps;
  (void)std::snprintf(text.data(), text.size(), "#%02x%02x%02x", static_cast<unsigned>(mixed[0]),
                      static_cast<unsigned>(mixed[1]), static_cast<unsigned>(mixed[2]));
  return text.data();
}

// White is readable on the darker third, near black on the others.
bool Drawing::is_dark(int index, int of) { return index * 3 <= std::max(1, of - 1); }

void Drawing::text(int x, int y, std::string_view text, Anchor anchor, bool strong,
                   std::string_view colour) {
  marks_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
  if (anchor != Anchor::start)
    marks_ += anchor == Anchor::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
  if (strong) marks_ += " font-weight=\"700\"";
  marks_ += " fill=\"" + std::string(colour) + "\">" + html_attribute(text) + "</text>";
}

int Drawing::lines(int x, int y, const std::vector<std::string>& lines, bool strong) {
  for (const auto& each : lines) {
    text(x, y, each, Anchor::start, strong);
    y += line_height;
  }
  return y;
}

void Drawing::box(int x, int y, int width, int height, std::string_view fill) {
  if (width <= 0 || height <= 0) return;
  marks_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
            "\" height=\"" + number(height) + "\" fill=\"" + std::string(fill) + "\" stroke=\"" +
            std::string(frame) + "\"/>";
}

void Drawing::circle(int x, int y, int radius, std::string_view fill) {
  marks_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
            "\" fill=\"" + std::string(fill) + "\" stroke=\"" + std::string(frame) +
            R"(" stroke-width="2"/>)";
}

void Drawing::line(int from_x, int from_y, int to_x, int to_y, bool dashed) {
  marks_ += "<path d=\"M" + number(from_x) + " " + number(from_y) + "L" + number(to_x) + " " +
            number(to_y) + R"(" stroke="#505a5f")" + (dashed ? R"( stroke-dasharray="4 3")" : "") +
            " fill=\"none\"/>";
}

std::string Drawing::svg(int height) const {
  const auto w = number(drawing_width);
  const auto h = number(height);
  return R"(<svg xmlns="http://www.w3.org/2000/svg" width=")" + w + R"(" height=")" + h +
         R"(" viewBox="0 0 )" + w + " " + h + R"(" font-family="Open Sans, Arial, sans-serif" )" +
         "font-size=\"" + number(text_size) + "\"><rect width=\"" + w + "\" height=\"" + h +
         R"(" fill="#ffffff"/>)" + marks_ + "</svg>";
}

std::string empty_drawing(std::string_view words) {
  Drawing drawing;
  const int end = drawing.lines(10, 30, wrapped(words, text_per_line, 3));
  return drawing.svg(end + 4);
}

}  // namespace onereturn::documents
