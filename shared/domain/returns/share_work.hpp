#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/returns/colleagues.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

struct AssignWork {
  UnitId unit;
  Place place;
  PersonId person;
  std::string note;
  std::optional<Date> by_on;
};

// Gives a standard, a question or a section to a colleague; giving it to the same person again
// changes note and date. Refuses with forbidden unless the role writes, with invalid (person,
// note, by_on) where the person does not write for that unit or the date is past.
Result<Done> assign_work(postgres::AgencyTx& tx, const AssignWork& command, Date today,
                         Instant now);
// Refuses with not_found when it is not there, or ended.
Result<Done> end_assignment(postgres::AgencyTx& tx, const AssignmentId& assignment, Instant now);

struct SayToColleagues {
  UnitId unit;
  Place place;
  std::string text;
  std::optional<PersonId> for_person;
  bool missing = false;
};

// Refuses with invalid (text, for) and forbidden; every role of the agency may say something.
Result<Done> say_to_colleagues(postgres::AgencyTx& tx, const SayToColleagues& command, Instant now);
// Refuses with not_found when it is not there, or settled.
Result<Done> settle_remark(postgres::AgencyTx& tx, const RemarkId& remark, Instant now);

// Notes that this session's person looks at a page, and answers what stands beside it. A note is
// written at most once a minute, and nobody waits until it is on the disk.
Beside look_beside(postgres::AgencyTx& tx, const UnitId& unit, const Place& place,
                   const std::optional<std::string>& standard, Instant now);

SharedWork shared_work(postgres::AgencyTx& tx, const UnitId& unit);
std::vector<Colleague> colleagues_of(postgres::AgencyTx& tx, const UnitId& unit);

}  // namespace onereturn::returns
