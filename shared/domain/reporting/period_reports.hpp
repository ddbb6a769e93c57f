#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/reporting/draft.hpp"
#include "platform/postgres/transaction.hpp"

// What a board's actions say of a period, both days included. Each refuses with invalid
// "period" where the first day is after the last, or still to come.
namespace onereturn::reporting {

// The improvement plan as a document: section "introduction"; facts one table for each standard,
// with owner, day, where it stands and what was seen when it was closed.
Result<Draft> draft_improvement_plan(postgres::BoardTx& tx, Date from, Date to, Instant now);

// For a month, as a rule: sections "summary", "done", "overdue", "planned", "risks"; facts the
// tables of the same, and the figures of the exercise that is likely meant, as they are now.
Result<Draft> draft_highlights(postgres::BoardTx& tx, Date from, Date to, Instant now);

// What did not go to plan, and what went better: sections "summary", "slippage", "achievement",
// "decisions"; facts the tables of the same.
Result<Draft> draft_exceptions(postgres::BoardTx& tx, Date from, Date to, Instant now);

}  // namespace onereturn::reporting
