#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/agency_register.hpp"
#include "platform/postgres/transaction.hpp"

// Organisations close, become one, or become several. Nothing of what they were is overwritten: the
// entry stays with its last day, its returns and its history. What becomes of open requests is a
// matter of `returns` (leave_cycle.hpp). A board's manager does all of it: forbidden for others,
// not_found for another board's entry, closed for one that has ended ("entry-ended").
namespace onereturn::agency_register {

// Refuses with invalid as register_rules.hpp names the fields.
Result<Done> close_entry(postgres::BoardTx& tx, const EntryId& entry, CloseEntry close, Instant at);

// Back in the register. Refuses with conflict when it has not ended ("open"), or when the register
// has the organisation again under another entry.
Result<Done> open_again(postgres::BoardTx& tx, const EntryId& entry, Instant at);

// `goes` ends today and stands in `stays` from then on; what stood under it stands under `stays`,
// whoever one wrote to there is a contact of `stays`, and what it completed last counts for
// `stays`. Its returns stay with it.
// Refuses with invalid ("into") for itself, or what stands below it, and with conflict
// ("wrong-way") where the one that goes has joined and the one that stays has not.
Result<Done> merge_entries(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                           std::string reason, Instant at);

// New entries of the same kind, one for each name. The one that is split goes on with the rest, or
// ends today. Refuses with invalid ("names", "reason").
Result<std::vector<EntryId>> split_entry(postgres::BoardTx& tx, const EntryId& entry,
                                         std::vector<std::string> names, bool ends,
                                         std::string reason, Instant at);

}  // namespace onereturn::agency_register
