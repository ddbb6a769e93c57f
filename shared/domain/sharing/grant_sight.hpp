#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/sharing/sharing.hpp"
#include "platform/postgres/transaction.hpp"

// The board's side of sight.
namespace onereturn::sharing {

// Everything that the board ever granted, what stands first, then newest first.
std::vector<Grant> list_grants(postgres::BoardTx& tx);

// Counts a try of a council's number: asked before granting, in a transaction of its own that is
// kept, so that a refusal does not forget it.
Result<Done> count_number(postgres::BoardTx& tx, const std::string& number);

// Lets a council look at these parts. What it was let see before ends. Refuses with forbidden
// whoever does not manage; with invalid, a field each: "number" also where no council has it, or
// after twenty tries in a quarter of an hour.
Result<SightId> grant_sight(postgres::BoardTx& tx, const GrantSight& asked);

// Ends it at once, whatever the council has open. Refuses with forbidden; with not_found for
// another board's; with conflict where it has ended already.
Result<Done> end_sight(postgres::BoardTx& tx, const SightId& id, Instant at);

}  // namespace onereturn::sharing
