#pragma once

#include <string>

#include "domain/reporting/agency_waiting.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/agency_home: what is left, what the service saves, what waits, who waits for what, how
// each standard stands.
html::Data agency_home(const returns::Workspace& workspace, const returns::HomeView& home);

// What boards ask of the agency, as rows of "Waiting for you"; contacts once for all boards.
html::Data asked_rows(const std::vector<reporting::AskedOfAgency>& asked, Date today);

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
