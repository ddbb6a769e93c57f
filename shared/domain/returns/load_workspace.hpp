#pragma once

#include <optional>

#include "base/result.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// Loads everything for one unit in a constant number of statements, which go out in two round
// trips (workspace_ahead.hpp): the session's unit, or the
// one asked for, or the whole agency where it is asked, or the first unit that is. Refuses with
// not_found when nobody asks that unit (or the session is for another one), with forbidden when
// the role does not fill in returns.
// Whether a unit will do that nobody asks, but whose answers are common to units that are asked.
enum class Reach { asked, common_too };
Result<Workspace> load_workspace(postgres::AgencyTx& tx, const std::optional<UnitId>& unit,
                                 Date today, Reach reach = Reach::asked);

}  // namespace onereturn::returns
