#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onereturn::reports {

// A picture that can be a logo, by its bytes.
struct LogoPicture {
  std::string media_type;  // "image/png" or "image/jpeg"
  int width = 0;
  int height = 0;
};

inline constexpr int logo_edge_max = 4000;

// Nothing for anything else, for what breaks off before its end, and for a picture of more than
// 4,000 dots to an edge, which would unfold to far more than it weighs.
std::optional<LogoPicture> read_logo(std::string_view bytes);

// Whether a file's name says what its bytes are: "crest.PNG" of a PNG.
bool is_named_as(std::string_view file_name, const LogoPicture& picture);

}  // namespace onereturn::reports
