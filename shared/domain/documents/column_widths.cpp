#include "domain/documents/column_widths.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace onereturn::documents {
namespace {

// Bold letters beside each other on a page's breadth, as the papers are set; and what a cell needs
// beside its words.
constexpr double letters_across = 84;
constexpr double letters_of_edges = 2;
// What is longer is an address or a number, and may be broken.
constexpr int ordinary_word = 14;

int longest_word(std::string_view text) {
  int longest = 0;
  int letters = 0;
  for (const char c : text) {
    const bool goes_on = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (goes_on) continue;
    letters = c == ' ' || c == '-' || c == '/' || c == '\n' ? 0 : letters + 1;
    longest = std::max(longest, letters);
  }
  return std::min(longest, ordinary_word);
}

// Each text of a cell that has one column to itself, with the column's place.
template <typename Take>
void each_text(const Table& table, const Take& take) {
  for (const auto& row : table.rows) {
    std::size_t at = 0;
    for (const auto& cell : row) {
      if (at >= table.columns.size()) break;
      if (cell.columns == 1) {
        for (const auto& paragraph : cell.paragraphs)
          for (const auto& span : paragraph.spans)
            take(at, span.text);
      }
      at += static_cast<std::size_t>(std::max(cell.columns, 1));
    }
  }
}

std::vector<int> longest_words(const Table& table) {
  std::vector<int> longest;
  for (const auto& column : table.columns)
    longest.push_back(longest_word(column.heading));
  each_text(table, [&](std::size_t at, const std::string& text) {
    longest[at] = std::max(longest[at], longest_word(text));
  });
  return longest;
}

}  // namespace

std::vector<int> column_widths(const Table& table) {
  const auto count = table.columns.size();
  std::vector<double> least;
  for (const int letters : longest_words(table))
    least.push_back(100 * (letters + letters_of_edges) / letters_across);
  // Where there is no room for all their words, all give way alike.
  const double needed = std::accumulate(least.begin(), least.end(), 0.0);
  if (needed > 100)
    for (auto& each : least)
      each *= 100 / needed;
  std::vector<bool> widened(count, false);
  std::vector<double> widths(count, 0);
  for (bool changed = true; changed;) {
    double left = 100;
    double shares = 0;
    for (std::size_t at = 0; at < count; ++at) {
      if (widened[at])
        left -= least[at];
      else
        shares += std::max(table.columns[at].width, 1);
    }
    changed = false;
    for (std::size_t at = 0; at < count; ++at) {
      const double share = shares > 0 ? left * std::max(table.columns[at].width, 1) / shares : 0;
      widths[at] = widened[at] ? least[at] : share;
      if (widened[at] || share >= least[at]) continue;
      widened[at] = true;
      changed = true;
    }
  }
  std::vector<int> made;
  for (const double width : widths)
    made.push_back(std::max(1, static_cast<int>(width)));
  return made;
}

void share_by_words(Table& table) {
  std::vector<double> letters(table.columns.size(), 0);
  each_text(table, [&](std::size_t at, const std::string& text) {
    letters[at] += static_cast<double>(text.size());
  });
  double whole = 0;
  for (auto& each : letters)
    whole += each = std::sqrt(each);
  if (whole <= 0) return;
  for (std::size_t at = 0; at < letters.size(); ++at)
    table.columns[at].width = std::max(1, static_cast<int>(std::lround(100 * letters[at] / whole)));
}

}  // namespace onereturn::documents
