#include "domain/mapping/guards.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace onereturn::mapping {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
}

// Typographic marks as their plain forms, so that "Children’s" and "Children's" are the same.
constexpr std::array<std::pair<std::string_view, char>, 6> plain_marks = {{
    {"\u2019", '\''},
    {"\u2018", '\''},
    {"\u2013", ' '},
    {"\u2014", ' '},
    {"\u2011", ' '},
    {"\u00a0", ' '},
}};

// Small letters, plain apostrophes, and one space for everything between words.
std::string flattened(std::string_view text) {
  std::string result = " ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    for (const auto& [mark, plain] : plain_marks) {
      if (text.substr(i, mark.size()) == mark) {
        c = plain;
        i += mark.size() - 1;
        break;
      }
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_word_byte(c)) {
      result += c;
    } else if (result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.back() != ' ') result += ' ';
  return result;
}

// Flattened texts begin and end with a space, so whole words are found by plain search. A name also
// counts with "'s" after it.
bool contains_words(const std::string& text, const std::string& words) {
  if (words.size() < 3) return false;
  if (text.find(words) != std::string::npos) return true;
  const std::string stem = words.substr(0, words.size() - 1);
  return text.find(stem + "'s ") != std::string::npos ||
         text.find(stem + "' ") != std::string::npos;
}

}  // namespace

std::vector<NamedBoard> boards_named(std::string_view text,
                                     const std::vector<BoardIdentity>& boards) {
  std::vector<NamedBoard> result;
  const std::string flat = flattened(text);
  for (const BoardIdentity& board : boards) {
    std::vector<std::string> names = {board.name, board.area};
    names.insert(names.end(), board.aliases.begin(), board.aliases.end());
    names.insert(names.end(), board.procedures.begin(), board.procedures.end());
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
      return contains_words(flat, flattened(name));
    });
    if (found != names.end()) result.push_back({board.code, *found});
  }
  return result;
}

}  // namespace onereturn::mapping
