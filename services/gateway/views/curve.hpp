#pragma once

#include <optional>

#include "domain/reporting/board_home.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// bits/curve: returns in by week, per cent of those asked, beside the time before; with its table.
// "No" without an exercise.
html::Data curve(const std::optional<reporting::Curve>& now,
                 const std::optional<reporting::Curve>& before);

}  // namespace onereturn::gateway::views
