#include "platform/qr/qr.hpp"

#include <memory>
#include <stdexcept>
#include <string_view>

#include <qrencode.h>

namespace onereturn::qr {

namespace {

constexpr int quiet_modules = 4;
constexpr int pixels_per_module = 4;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Each run of dark modules in a row is one rectangle of the path.
std::string path_of(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width;) {
      const auto dark = [&](int column) { return (code.data[y * code.width + column] & 1U) != 0; };
      int end = x;
      while (end < code.width && dark(end)) {
        ++end;
      }
      if (end > x) {
        path.append("M").append(std::to_string(x + quiet_modules)).append(" ");
        path.append(std::to_string(y + quiet_modules)).append("h").append(std::to_string(end - x));
        path.append("v1h-").append(std::to_string(end - x)).append("z");
      }
      x = end + 1;
    }
  }
  return path;
}

}  // namespace

Drawing drawing(const std::string& text) {
  if (text.find('\0') != std::string::npos) {
    throw std::invalid_argument{"a QR code cannot hold this text"};
  }
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
  if (!code) {
    throw std::invalid_argument{"a QR code cannot hold this text"};
  }
  return {code->width + 2 * quiet_modules, path_of(*code)};
}

std::string svg(const std::string& text, const std::string& title) {
  const auto drawn = drawing(text);
  const std::string side = std::to_string(drawn.modules);
  const std::string pixels = std::to_string(drawn.modules * pixels_per_module);
  std::string image{R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" width=")"};
  image.append(pixels).append(R"(" height=")").append(pixels).append(R"(" viewBox="0 0 )");
  image.append(side).append(" ").append(side).append(R"(" shape-rendering="crispEdges"><title>)");
  image.append(escaped(title)).append(R"(</title><rect width=")").append(side);
  image.append(R"(" height=")").append(side).append(R"(" fill="#ffffff"/><path d=")");
  image.append(drawn.path).append(R"(" fill="#000000"/></svg>)");
  return image;
}

}  // namespace onereturn::qr
