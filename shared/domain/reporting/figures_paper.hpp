#pragma once

#include <string>
#include <vector>

#include "domain/documents/document.hpp"
#include "domain/reporting/figures.hpp"

// Figures as facts of a report. Pure.
namespace onereturn::reporting {

// What was compared with what, how much of it could be, and why the rest could not.
std::string travel_words(const Figures& figures);

// Headings of level 2, each with a sentence that says what its figures are, the picture and the
// table of the same: response rate, grades by section, sections by organisation, own grades against
// the board's, how old open actions are, direction of travel, what was spared. What has no
// figures says so in a sentence. `on`: the day of which they are. Anchors begin with "figures-".
std::vector<documents::Block> figures_facts(const Figures& figures, Date on);

}  // namespace onereturn::reporting
