#include "domain/returns/word_difference.hpp"

#include <algorithm>
#include <cstdint>

namespace onereturn::returns {

namespace {

using Words = std::vector<std::string_view>;
using Kind = WordRun::Kind;

// Above this the table of lengths would cost more than a reader gains.
constexpr std::size_t cells_max = 4'000'000;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

Words words_of(std::string_view text) {
  Words words;
  std::size_t from = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at < text.size() && (is_blank(text[at]) || !is_blank(text[at - 1]))) continue;
    words.push_back(text.substr(from, at - from));
    from = at;
  }
  return words;
}

// Two words are the same whatever blanks follow them.
std::string_view bare(std::string_view word) {
  while (!word.empty() && is_blank(word.back()))
    word.remove_suffix(1);
  return word;
}

bool same(std::string_view one, std::string_view other) { return bare(one) == bare(other); }

void add(std::vector<WordRun>& runs, Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
  runs.back().text += text;
}

// lengths[i][j]: how many words the rests from i and j have in common.
std::vector<std::uint16_t> lengths_of(const Words& before, const Words& after) {
  const auto wide = after.size() + 1;
  std::vector<std::uint16_t> lengths((before.size() + 1) * wide, 0);
  for (auto i = before.size(); i-- > 0;) {
    for (auto j = after.size(); j-- > 0;) {
      auto& here = lengths[i * wide + j];
      if (same(before[i], after[j])) {
        here = static_cast<std::uint16_t>(lengths[(i + 1) * wide + j + 1] + 1);
      } else {
        here = std::max(lengths[(i + 1) * wide + j], lengths[i * wide + j + 1]);
      }
    }
  }
  return lengths;
}

void add_middle(std::vector<WordRun>& runs, const Words& before, const Words& after) {
  const bool too_long = before.size() > 0 && after.size() > cells_max / before.size();
  const auto lengths = too_long ? std::vector<std::uint16_t>() : lengths_of(before, after);
  const auto wide = after.size() + 1;
  std::size_t i = 0, j = 0;
  while (i < before.size() || j < after.size()) {
    const bool both = i < before.size() && j < after.size();
    if (both && !too_long && same(before[i], after[j])) {
      add(runs, Kind::same, after[j]);
      ++i, ++j;
    } else if (i < before.size() &&
               (!both || too_long || lengths[(i + 1) * wide + j] >= lengths[i * wide + j + 1])) {
      add(runs, Kind::removed, before[i++]);
    } else {
      add(runs, Kind::added, after[j++]);
    }
  }
}

}  // namespace

std::vector<WordRun> word_difference(std::string_view before, std::string_view after) {
  auto old_words = words_of(before);
  auto new_words = words_of(after);
  std::vector<WordRun> runs;
  std::size_t head = 0;
  const auto shorter = std::min(old_words.size(), new_words.size());
  while (head < shorter && same(old_words[head], new_words[head]))
    add(runs, Kind::same, new_words[head++]);
  std::size_t tail = 0;
  while (tail < shorter - head &&
         same(old_words[old_words.size() - tail - 1], new_words[new_words.size() - tail - 1])) {
    ++tail;
  }
  const auto rest_begin = new_words.end() - static_cast<std::ptrdiff_t>(tail);
  const Words rest(rest_begin, new_words.end());
  old_words.resize(old_words.size() - tail);
  new_words.resize(new_words.size() - tail);
  const auto skip = static_cast<std::ptrdiff_t>(head);
  add_middle(runs, {old_words.begin() + skip, old_words.end()},
             {new_words.begin() + skip, new_words.end()});
  for (const auto word : rest)
    add(runs, Kind::same, word);
  return runs;
}

}  // namespace onereturn::returns
