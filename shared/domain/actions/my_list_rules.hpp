#pragma once

#include <string>
#include <vector>

#include "domain/actions/my_list.hpp"

namespace onereturn::actions {

// Next dates first; then what has no date; what is over last, the latest first.
void sort_by_next(std::vector<Undertaking>& list);

// "5 still to do, 2 of them late", as the page's first sentence.
struct Tally {
  int open = 0;
  int late = 0;
  int over = 0;
};
Tally tally_of(const std::vector<Undertaking>& list, Date today);

// The first line of what is to be done, cut at a word: a calendar shows titles only.
std::string title_of(const Undertaking& undertaking);

}  // namespace onereturn::actions
