#include <algorithm>
#include <cstdint>

#include "domain/documents/drawing.hpp"
#include "domain/documents/pictures.hpp"

namespace onereturn::documents {
namespace {

constexpr int left = 10;
constexpr int figure_room = 60;
constexpr int bar_room = drawing_width - 2 * left - figure_room;
constexpr int bar_height = 20;

}  // namespace

Drawn action_ageing(const std::vector<AgeCount>& ages, const std::string& of_what) {
  int whole = 0, most = 0;
  for (const auto& each : ages) {
    whole += each.count;
    most = std::max(most, each.count);
  }
  Drawn drawn;
  auto& table = drawn.data;
  table.name = "action-ageing";
  table.caption = "How old actions are, of " + std::to_string(whole) + " " + of_what;
  table.first_is_heading = true;
  table.columns = {{"Age", 3}, {"Actions", 2}};
  for (const auto& each : ages)
    table.rows.push_back({cell(each.age), cell(share_words(each.count, whole))});
  drawn.picture.caption = "How old actions are";
  if (whole == 0) {
    drawn.picture.alternative = "There are no " + of_what + ".";
    drawn.picture.svg = empty_drawing(drawn.picture.alternative);
    return drawn;
  }
  Drawing drawing;
  int y = 22;
  auto words = "Bars: " + std::to_string(whole) + " " + of_what + ". ";
  for (std::size_t i = 0; i < ages.size(); ++i) {
    const auto& each = ages[i];
    y = drawing.lines(left, y, wrapped(each.age, text_per_line, 2));
    const int width = static_cast<int>(static_cast<std::int64_t>(bar_room) * each.count / most);
    drawing.box(left, y - 12, width, bar_height, Drawing::shade(1, 5));
    drawing.text(left + width + 8, y + 3, std::to_string(each.count), Drawing::Anchor::start, true);
    y += bar_height + 14;
    words += (i == 0 ? "" : ", ") + each.age + " " + std::to_string(each.count);
  }
  drawn.picture.alternative = words + ".";
  drawn.picture.svg = drawing.svg(y);
  return drawn;
}

}  // namespace onereturn::documents
