#pragma once

#include <string>

#include "domain/returns/home_view.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/agency_home: what is left, what the service saves, what waits, who waits for what, how
// each standard stands.
html::Data agency_home(const returns::Workspace& workspace, const returns::HomeView& home);

// "confirmed", "draft" …: the word and the icon of one answer's state.
struct StateMark {
  std::string icon;
  std::string words;
  std::string tone;
};
StateMark mark_of(returns::AnswerState state);

// pages/standard: the questions of one standard.
html::Data standard_list(const returns::Workspace& workspace, const frameworks::Standard& standard);

}  // namespace onereturn::gateway::views
