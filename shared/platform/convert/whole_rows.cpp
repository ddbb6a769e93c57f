#include "platform/convert/whole_rows.hpp"

#include <algorithm>
#include <string_view>

namespace onereturn::convert {
namespace {

constexpr std::string_view row_begins = "<w:tr>";
constexpr std::string_view row_ends = "</w:tr>";
constexpr std::string_view properties = "<w:trPr>";
constexpr std::string_view whole = "<w:cantSplit/>";
// In a column of a quarter of the page this is less than half of it.
constexpr std::size_t letters_max = 900;

}  // namespace

std::size_t letters_in(std::string_view piece) {
  std::size_t most = 0;
  std::size_t letters = 0;
  bool inside = false;
  for (std::size_t at = 0; at < piece.size(); ++at) {
    if (piece[at] == '<') {
      inside = true;
      if (piece.substr(at).starts_with("</w:tc>")) letters = 0;
    } else if (piece[at] == '>') {
      inside = false;
    } else if (!inside) {
      most = std::max(most, ++letters);
    }
  }
  return most;
}

std::string rows_kept_whole(const std::string& words) {
  const std::string_view all = words;
  std::string text;
  text.reserve(words.size() + words.size() / 20);
  std::size_t done = 0;
  for (auto at = all.find(row_begins); at != std::string_view::npos;
       at = all.find(row_begins, done)) {
    const auto end = all.find(row_ends, at);
    if (end == std::string_view::npos) break;
    auto after = at + row_begins.size();
    text.append(all.substr(done, after - done));
    if (letters_in(all.substr(after, end - after)) <= letters_max) {
      const bool has = all.substr(after).starts_with(properties);
      if (has) after += properties.size();
      text.append(properties).append(whole);
      if (!has) text.append("</w:trPr>");
    }
    done = after;
  }
  return text.append(all.substr(done));
}

}  // namespace onereturn::convert
