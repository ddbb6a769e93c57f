#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onereturn::returns {

// A run of words that two texts share, or that only one of them has. Blanks and line ends belong
// to the word before them. The runs put together give the later text back, and the earlier one but
// for its blanks.
struct WordRun {
  enum class Kind { same, added, removed } kind = Kind::same;
  std::string text;

  bool operator==(const WordRun&) const = default;
};

// What became of `before`: the longest common sequence of words stays, the rest was removed or
// added. Two texts that differ in more than some thousand words are answered as one removed and
// one added run. Never two runs of one kind side by side.
std::vector<WordRun> word_difference(std::string_view before, std::string_view after);

}  // namespace onereturn::returns
