#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/reporting/draft.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reporting {

// The board's report to one organisation about its return: sections "summary", "introduction",
// "findings", "conclusions", "recommendations"; facts "Each item" and "Actions". Of the newest
// release and of nothing later, with the actions that the organisation has. Refuses with not_found
// for another board's, and with conflict "not-released" where nothing was released.
Result<Draft> draft_evaluation_report(postgres::BoardTx& tx, const ReturnId& id, Instant now);

}  // namespace onereturn::reporting
