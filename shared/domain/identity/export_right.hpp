#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

// Taking a list of a board along is a right of its own: managers have it, anybody else of the board
// while a manager says so.
namespace onereturn::identity {

// For showing or leaving out a link. No statement for a manager.
bool may_export(postgres::BoardTx& tx);

// What is taken, as it stands in the trail.
struct Export {
  std::string what;  // "register.exported"
  std::string subject_kind;
  std::string subject_id;
};
// The refusal of somebody without the right; nothing for whoever has it.
std::optional<Problem> refuse_export(postgres::BoardTx& tx);
// Writes into the trail what was taken, and how many rows.
void note_export(postgres::BoardTx& tx, const Export& taken, std::size_t rows);

// Who of the board was let, besides its managers.
std::set<PersonId> people_let_export(postgres::BoardTx& tx);
// From now on. Refuses with forbidden whoever does not manage; with not_found for nobody of this
// board; with conflict where it is so already, and for a manager, who has the right by role.
Result<Done> let_export(postgres::BoardTx& tx, const MembershipId& membership, bool allow,
                        Instant at);

}  // namespace onereturn::identity
