#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "domain/reports/report.hpp"
#include "domain/reports/report_rules.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

// All of the board's, the newest first.
std::vector<ReportLine> list_reports(postgres::BoardTx& tx);

// One version, the latest where none is named, with everything that its page shows. Opening is
// noted in the board's trail. Refuses with not_found.
Result<OpenReport> open_report(postgres::BoardTx& tx, const ReportId& id,
                               std::optional<int> version);

// The same without a note: for showing the page again after somebody typed.
Result<OpenReport> look_at_report(postgres::BoardTx& tx, const ReportId& id,
                                  std::optional<int> version);

// What changed from one version to another. Refuses with not_found.
struct Compared {
  Report report;
  int before = 0;
  int after = 0;
  Differences differ;
};
Result<Compared> compare_versions(postgres::BoardTx& tx, const ReportId& id, int before, int after);

}  // namespace onereturn::reports
