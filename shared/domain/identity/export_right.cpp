#include "domain/identity/export_right.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/identity/board_people.hpp"
#include "domain/identity/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::identity {
namespace {

bool manages(const postgres::BoardTx& tx) { return tx.actor().role == "manager"; }

Problem as_it_was() {
  return {ProblemCode::conflict, "changed-meanwhile",
          "A colleague has changed this meanwhile. Look at it as it is now."};
}

}  // namespace

bool may_export(postgres::BoardTx& tx) {
  return manages(tx) || people_let_export(tx).contains(tx.actor().person);
}

std::optional<Problem> refuse_export(postgres::BoardTx& tx) {
  if (may_export(tx)) return std::nullopt;
  return Problem{ProblemCode::forbidden, "not-permitted",
                 "Taking lists along is a right of its own, and you do not have it. A manager of "
                 "your board can give it to you, under People."};
}

void note_export(postgres::BoardTx& tx, const Export& taken, std::size_t rows) {
  audit_log::record(tx, {taken.what, taken.subject_kind, taken.subject_id,
                         std::to_string(rows) + (rows == 1 ? " row" : " rows")});
}

std::set<PersonId> people_let_export(postgres::BoardTx& tx) {
  std::set<PersonId> people;
  for (const postgres::Row row : tx.run(sql::people_let_export)) {
    people.insert(row.id<PersonId>("person_id"));
  }
  return people;
}

Result<Done> let_export(postgres::BoardTx& tx, const MembershipId& membership, bool allow,
                        Instant at) {
  if (!manages(tx)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Only a manager of the board may."};
  }
  const auto people = list_board_people(tx);
  if (!people) return people.problem();
  const auto found =
      std::find_if(people->people.begin(), people->people.end(),
                   [&](const auto& one) { return one.membership == membership && !one.until; });
  if (found == people->people.end()) {
    return Problem{ProblemCode::not_found, "not-found", "There is nobody of this board here."};
  }
  if (found->role == "manager") {
    return Problem{ProblemCode::conflict, "conflict",
                   "A manager may take lists along. Change their role first."};
  }
  try {
    const auto changed = allow ? tx.run(sql::let_export, found->person, at)
                               : tx.run(sql::end_export_right, found->person, at);
    if (changed.affected() == 0) return as_it_was();
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "export_right_stands_once") throw;
    return as_it_was();
  }
  audit_log::record(tx, {allow ? "colleague.may_export" : "colleague.may_not_export", "person",
                         found->person.text(), "", found->name});
  return Done{};
}

}  // namespace onereturn::identity
