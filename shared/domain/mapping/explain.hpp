#pragma once

#include <string>

#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/mapping.hpp"

// The account of a box in sentences, for the screen, the API and a document's footnote.
namespace onereturn::mapping {

// What the item asks, what follows from the answers, and what was taken and by whom.
std::string explain_rating(const RenderedBox& box, const Ask& ask,
                           const frameworks::Template& form);

// The same for a box that the agency fills by itself.
std::string explain_direct(const RenderedBox& box);

// "Asks the same as the answer on Complaints." Agency and board both read it.
std::string explain_ask(const Ask& ask);

// "Amber or Green"; not applicable by the template's own label.
std::string labels_of(const std::vector<std::string>& points, const frameworks::Template& form);

// "level 2", "levels 1 to 3"
std::string levels_in_words(LevelSet levels);

}  // namespace onereturn::mapping
