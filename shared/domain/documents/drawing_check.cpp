#include "domain/documents/drawing_check.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace onereturn::documents {
namespace {

constexpr std::size_t bytes_max = 300'000;

constexpr auto shapes = std::to_array<std::string_view>(
    {"svg", "g", "title", "rect", "circle", "path", "text", "tspan"});

constexpr auto attributes = std::to_array<std::string_view>({"xmlns",
                                                             "width",
                                                             "height",
                                                             "viewBox",
                                                             "font-family",
                                                             "font-size",
                                                             "font-weight",
                                                             "x",
                                                             "y",
                                                             "cx",
                                                             "cy",
                                                             "r",
                                                             "d",
                                                             "fill",
                                                             "stroke",
                                                             "stroke-width",
                                                             "stroke-dasharray",
                                                             "text-anchor",
                                                             "role",
                                                             "aria-label",
                                                             "shape-rendering"});

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':';
}

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// Walks once from the first to the last byte; anything that it does not know is a no.
class Walk {
 public:
  explicit Walk(std::string_view rest) : rest_(rest) {}

  bool well() {
    if (!rest_.starts_with("<svg")) return false;
    while (!rest_.empty()) {
      if (rest_.front() != '<') {
        if (open_.empty()) return false;
        rest_.remove_prefix(std::min(rest_.find('<'), rest_.size()));
      } else if (!(rest_.starts_with("</") ? end() : begin())) {
        return false;
      }
      if (open_.empty()) return rest_.empty();
    }
    return false;
  }

 private:
  std::string_view name() {
    const auto end = std::ranges::find_if_not(rest_, is_name_letter);
    const auto taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool attribute() {
    const auto key = name();
    if (!is_one_of(attributes, key) || !take("=\"")) return false;
    const auto end = rest_.find('"');
    if (end == std::string_view::npos) return false;
    const auto value = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (key == "xmlns") return value == "http://www.w3.org/2000/svg";
    // Words may hold anything; a value that draws has no "url(...)".
    return value.find('<') == std::string_view::npos &&
           (key == "aria-label" || value.find('(') == std::string_view::npos);
  }

  bool begin() {
    take("<");
    const auto shape = name();
    if (!is_one_of(shapes, shape)) return false;
    while (take(" ")) {
      if (!attribute()) return false;
    }
    open_.push_back(shape);
    if (take("/>")) {
      open_.pop_back();
      return true;
    }
    return take(">");
  }

  bool end() {
    take("</");
    const auto shape = name();
    if (open_.empty() || open_.back() != shape || !take(">")) return false;
    open_.pop_back();
    return true;
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
};

}  // namespace

bool is_plain_drawing(std::string_view svg) { return svg.size() <= bytes_max && Walk(svg).well(); }

}  // namespace onereturn::documents
