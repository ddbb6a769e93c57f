#pragma once

#include "domain/reporting/figures_shown.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/figures: each picture with its table beside it, what changed since last time, what was
// spared. Links to files only for whoever may take them along.
html::Data figures_page(const reporting::Figures& figures, bool may_export);

}  // namespace onereturn::gateway::views
