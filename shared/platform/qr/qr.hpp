#pragma once

#include <string>

namespace onereturn::qr {

// A QR code as an SVG image of its own: black modules on white with the quiet zone of four
// modules, no script, no style. `title` is read to people who do not see it.
// Throws std::invalid_argument for a text that does not fit or holds NUL.
std::string svg(const std::string& text, const std::string& title);

}  // namespace onereturn::qr
