#pragma once

#include "base/result.hpp"
#include "domain/reports/draft_report.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

struct MakeReport {
  ReportId id;  // made with the form, so that pressing twice makes one
  Subject subject;
  Drafting with;
};

// A new report whose first version is drafted from the records. Answers its id, also when it is
// there already. Refuses with forbidden, invalid by field of the subject, and as draft_report does.
Result<ReportId> make_report(postgres::BoardTx& tx, const MakeReport& command);

}  // namespace onereturn::reports
