#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "gateway/views/listing.hpp"

// Lists whose rows are all read at once because their state follows from more than one row:
// searched, filtered, sorted and paged here, as a store does for the others.
namespace onereturn::gateway::views {

// Without regard to case, for letters of English.
inline bool contains_words(const std::string& text, const std::string& part) {
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

// Nothing chosen lets everything through.
inline bool is_chosen(const ListAsked& asked, const std::string& filter, const std::string& value) {
  const auto& chosen = asked.of(filter);
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

// Those that fit, in their order.
template <class One, class Fits, class Before>
std::vector<const One*> rows_at_hand(const std::vector<One>& all, const ListAsked& asked,
                                     Fits&& fits, Before&& before) {
  std::vector<const One*> found;
  for (const auto& one : all) {
    if (fits(one)) found.push_back(&one);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](const One* a, const One* b) { return before(*a, *b); });
  if (asked.descending) std::reverse(found.begin(), found.end());
  return found;
}

// The page of them that is asked for; one behind the last is the last.
template <class One>
std::vector<const One*> page_at_hand(const std::vector<const One*>& found, const ListShape& shape,
                                     ListAsked& asked) {
  const auto from = list_offset(shape, asked, static_cast<int>(found.size()));
  const auto end = std::min(static_cast<int>(found.size()), from + shape.page_size);
  return {found.begin() + from, found.begin() + std::max(from, end)};
}

}  // namespace onereturn::gateway::views
