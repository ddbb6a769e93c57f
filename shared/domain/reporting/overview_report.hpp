#pragma once

#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/reporting/draft.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reporting {

// The board's overview of one exercise: sections "summary", "introduction", "methodology",
// "board_functioning", "agency_compliance", "conclusions", "recommendations"; facts
// "Participation", "Standards", the figures with their pictures (figures_paper.hpp), "Register of
// returns" and "Improvement plan". `conclusions` and
// `recommendations` are those that organisations' reports lifted. Refuses with not_found for
// another board's exercise.
Result<Draft> draft_overview(postgres::BoardTx& tx, const AuditId& wave,
                             const std::vector<Lifted>& conclusions,
                             const std::vector<Lifted>& recommendations, Instant now);

}  // namespace onereturn::reporting
