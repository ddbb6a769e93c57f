#pragma once

#include "domain/actions/report_progress.hpp"
#include "platform/postgres/transaction.hpp"

// The agency's door to what it reports about its undertakings.
namespace onereturn::actions {

struct ReportTarget {
  BoardId board;
  ActionId action;
};

struct ReportPlace {
  UnitId unit;
  std::optional<CommitmentId> commitment;
  std::vector<ReportTarget> targets;
};

// Every board's record of it that is followed: the newest copy's, and older ones with a history.
std::vector<ReportTarget> read_targets(postgres::AgencyTx& tx, const CommitmentId& commitment);
// Of an action that came from no undertaking of the agency's.
std::optional<ReportPlace> read_target(postgres::AgencyTx& tx, const ActionId& action);

// Writes it down and announces one job for each board; how many those are.
int insert_report(postgres::AgencyTx& tx, const ReportPlace& place, const ReportProgress& report);

std::vector<OwnReport> read_own_reports(postgres::AgencyTx& tx, const std::string& undertaking);
std::vector<Told> read_told(postgres::AgencyTx& tx, const std::string& undertaking);

}  // namespace onereturn::actions
