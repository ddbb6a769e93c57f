#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/colleagues.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/beside.hpp"
#include "platform/html/data.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::gateway::pages {

// Every standard, question or section of this unit, as work can be given out.
std::vector<views::NamedPlace> places_of(const returns::Workspace& workspace);

// What bits/beside shows of one place.
struct BesidePlace {
  returns::Beside found;
  std::vector<returns::Colleague> colleagues;
};
// Notes that this person looks at the place, and reads who else does.
BesidePlace look_beside(const RequestContext& context, postgres::AgencyTx& tx,
                        const returns::Workspace& workspace, const returns::Place& place,
                        const std::optional<std::string>& standard);
html::Data beside(const BesidePlace& seen, const returns::Workspace& workspace,
                  const returns::Place& place);
// Both, in a transaction of its own.
html::Data beside(RequestContext& context, const returns::Workspace& workspace,
                  const returns::Place& place, const std::optional<std::string>& standard);

// bits/from_colleagues for this person; "no" when nothing waits.
html::Data from_colleagues(const RequestContext& context, const returns::SharedWork& work,
                           const returns::Workspace& workspace);

}  // namespace onereturn::gateway::pages
