#pragma once

#include <string>

#include "domain/returns/question_view.hpp"
#include "domain/returns/units.hpp"
#include "platform/html/data.hpp"

// bits/common_choice: what a unit above has answered, and whether this unit takes it over.
namespace onereturn::gateway::views {

// "common" or "own": what is chosen while nobody has chosen. An answer of the unit's own stays so.
std::string chosen_source(bool inherited, bool own_words);

// "no" where nothing stands above.
html::Data common_choice(const returns::QuestionView& view, const std::string& from);
html::Data common_choice(const returns::CommonText* above, const returns::InheritedText* inherited,
                         const std::string& id, const std::string& from);

}  // namespace onereturn::gateway::views
