#pragma once

#include <string>

#include "domain/actions/board_action_rules.hpp"
#include "gateway/views/words.hpp"

// How actions are spoken of on every page of a board.
namespace onereturn::gateway::views {

// bits/status. The shape says what the point means; the words and the colour are the scheme's own.
html::Data point_status(const frameworks::StatusPoint& point);
// The same for an action as it stands; "No status yet" where the board has said nothing.
html::Data standing(const actions::BoardAction& action, const actions::Forms& forms);
// The shape of a meaning.
const char* role_icon(const std::optional<frameworks::StatusRole>& role);

// "Return, 3.4", "Evaluation", "Board".
std::string from_words(const actions::BoardAction& action, const actions::Forms& forms);
// "41 days late", "15 days left", "Verified 9 February 2027"; and whether it is late.
std::string due_words(const actions::BoardAction& action, Date today);

// The keys of the schemes, one line each: "Blue is complete; amber is …".
html::Data keys_of(const actions::Forms& forms);

}  // namespace onereturn::gateway::views
