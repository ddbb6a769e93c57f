#pragma once

#include <string>

namespace onereturn::qr {

// A QR code as an SVG image of its own: black modules on white with the quiet zone of four
// modules, no script, no style. `title` is read to people who do not see it.
// Throws std::invalid_argument for a text that does not fit or holds NUL.
std::string svg(const std::string& text, const std::string& title);

// The same as the outline of its dark modules, for a page that draws it within itself.
struct Drawing {
  int modules = 0;   // on each side, with the quiet zone
  std::string path;  // the "d" of an SVG path
};
Drawing drawing(const std::string& text);

}  // namespace onereturn::qr
