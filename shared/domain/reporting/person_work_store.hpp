#pragma once

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/reporting/person_work.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reporting {

// One statement, for a colleague of the board of this transaction.
WorkOfPerson load_work_of(postgres::BoardTx& tx, const PersonId& person, Date today);

}  // namespace onereturn::reporting
