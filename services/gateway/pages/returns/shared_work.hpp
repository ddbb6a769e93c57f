#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/beside.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::pages {

// Every standard, question or section of this unit, as work can be given out.
std::vector<views::NamedPlace> places_of(const returns::Workspace& workspace);

// bits/beside for one place, with a note that this person looks at it.
html::Data beside(RequestContext& context, const returns::Workspace& workspace,
                  const returns::Place& place, const std::optional<std::string>& standard);

// bits/from_colleagues for this person; "no" when nothing waits.
html::Data from_colleagues(RequestContext& context, const returns::Workspace& workspace);

}  // namespace onereturn::gateway::pages
