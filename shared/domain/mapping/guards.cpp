#include "domain/mapping/guards.hpp"

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

// Whether the words stand at that place as whole words. A name also counts with "'s" after it.
bool stands_at(std::string_view text, std::size_t at, std::string_view words) {
  if (text.substr(at, words.size()) != words) return false;
  const auto rest = text.substr(at + words.size());
  return rest.starts_with(' ') || rest.starts_with("'s ") || rest.starts_with("' ");
}

std::string_view without_owner_mark(std::string_view word) {
  if (word.ends_with("'s")) return word.substr(0, word.size() - 2);
  return word.ends_with('\'') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

BoardNames::BoardNames(const std::vector<BoardIdentity>& boards) {
  for (std::size_t at = 0; at < boards.size(); ++at) {
    const BoardIdentity& board = boards[at];
    codes_.push_back(board.code);
    std::size_t order = 0;
    add(at, order++, board.name);
    add(at, order++, board.area);
    for (const auto* names : {&board.aliases, &board.procedures}) {
      for (const std::string& name : *names)
        add(at, order++, name);
    }
  }
}

void BoardNames::add(std::size_t board, std::size_t order, const std::string& words) {
  const std::string padded = flattened(words);
  if (padded.size() < 3) return;
  const std::string flat = padded.substr(1, padded.size() - 2);
  by_first_word_[flat.substr(0, flat.find(' '))].push_back({board, order, words, flat});
}

std::vector<NamedBoard> BoardNames::in(std::string_view text) const {
  const std::string flat = flattened(text);
  std::vector<const Name*> found(codes_.size(), nullptr);
  const auto look_up = [&](std::string_view first, std::size_t at) {
    const auto names = by_first_word_.find(first);
    if (names == by_first_word_.end()) return;
    for (const Name& name : names->second) {
      const bool better = found[name.board] == nullptr || name.order < found[name.board]->order;
      if (better && stands_at(flat, at, name.flat)) found[name.board] = &name;
    }
  };
  for (std::size_t at = 1; at < flat.size(); at = flat.find(' ', at) + 1) {
    const std::string_view word = std::string_view(flat).substr(at, flat.find(' ', at) - at);
    look_up(word, at);
    const auto plain = without_owner_mark(word);
    if (plain != word) look_up(plain, at);
  }
  std::vector<NamedBoard> result;
  for (const Name* name : found) {
    if (name != nullptr) result.push_back({codes_[name->board], name->words});
  }
  return result;
}

}  // namespace onereturn::mapping
