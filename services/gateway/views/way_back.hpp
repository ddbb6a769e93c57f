#pragma once

#include <string>
#include <string_view>

#include "domain/returns/workspace.hpp"

namespace onereturn::gateway::views {

// Where somebody came from to a page that is asked in between, and goes back to.
struct WayBack {
  std::string from;  // "check", "extras", "copy", "questions/C1.1", "questions/C1.8/for", "form/3"
  std::string href;
  std::string text;
};

// Never leads anywhere but to a page of this agency: any other word leads to "check".
WayBack way_back(const returns::Workspace& workspace, const returns::Engaged* board,
                 std::string_view from);

// What follows a beginning: pressed("later:x", "later:") is "x"; nothing
// when it was another button.
std::string pressed(std::string_view go, std::string_view word);

}  // namespace onereturn::gateway::views
