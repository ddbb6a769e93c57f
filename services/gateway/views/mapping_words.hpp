#pragma once

#include <string>

#include "domain/frameworks/mapping_matrix.hpp"
#include "platform/html/data.hpp"

// How mappings are spoken of: words and symbols of relations, forms by their boards.
namespace onereturn::gateway::views {

// "same", "part", "more", "overlap": with the symbol of that relation.
std::string relation_word(frameworks::Relation relation);
// "asks all of it and something else"
std::string relation_sentence(frameworks::Relation relation);

// "Port Sallow", from the code in the form's own file: what a board is called is its own record.
std::string board_of_form(const frameworks::Template& form);

// "1.1", or the item's code where nothing is printed.
std::string number_of_item(const frameworks::Item& item);

// The items of a cell by relation, in the form's order: [{relation, word, items}].
html::Data relation_groups(const frameworks::MatrixCell& cell);

// "/mapping/port-sallow-s11/C1.1"
std::string account_address(const frameworks::Template& form,
                            const frameworks::Requirement& requirement);

}  // namespace onereturn::gateway::views
