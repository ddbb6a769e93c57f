#pragma once

#include <string>
#include <vector>

#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/mapping.hpp"

// "Not to hand, will be supplied by a day, by a person": which boxes that is said of.
namespace onereturn::mapping {

// The boxes for the agency's words on an item: its own, or its section's where it has none. Boxes
// for what needs to improve are left out, since nothing need be said there.
std::vector<std::string> boxes_to_promise(const frameworks::Section& section,
                                          const frameworks::Item& item);

// True when each of those boxes was promised, and there is one at all.
bool is_promised(const BoardSide& side, const frameworks::Section& section,
                 const frameworks::Item& item);

// True when words that are asked for are not there: of a requirement, of the part that the board
// demands beside it, or (where they go into this box) of the board's own question.
bool words_missing(const Ask& ask, bool with_residuals);

// "Not to hand. Will be supplied by 3 March 2027, by Dee Okafor."
std::string promise_words(const Promise& promise);

}  // namespace onereturn::mapping
