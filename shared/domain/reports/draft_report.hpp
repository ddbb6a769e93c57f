#pragma once

#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/reporting/draft.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

// What a report is drafted with besides the records: the moment, and where the service is found,
// for links back ("https://…").
struct Drafting {
  Instant at{};
  std::string origin;
};

// What the board's records say just now about the report's subject, for a new report or an old one
// (whose lifted conclusions are part of it). Refuses as the functions of `reporting` do: with
// not_found for another board's return, exercise or paper, conflict `not-released`.
Result<reporting::Draft> draft_report(postgres::BoardTx& tx, const Report& report,
                                      const Drafting& with);

}  // namespace onereturn::reports
