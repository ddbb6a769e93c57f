#pragma once

#include <string>
#include <string_view>

#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// bits/runs: the later text, with what was put in and what was taken out marked. `before` empty:
// the text as it is, nothing marked.
html::Data runs_of(std::string_view before, std::string_view after);

// One labelled text for bits/runs; "no" when both are empty.
html::Data marked_text(const std::string& label, std::string_view before, std::string_view after);

}  // namespace onereturn::gateway::views
