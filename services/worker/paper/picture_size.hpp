#pragma once

#include <string_view>
#include <utility>

namespace onereturn::worker::paper {

// Width and height in dots as a PNG's head says, or the first frame of a JPEG; 0 and 0 when the
// bytes do not say.
std::pair<int, int> picture_size(std::string_view bytes, bool png);

}  // namespace onereturn::worker::paper
