#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

// What ends a draft, and what is said of a finished version. Each refuses with not_found,
// forbidden, and conflict `withdrawn`.
namespace onereturn::reports {

// Freezes the version as it stands, if nobody has saved anything since the page was made (`saves`);
// from then on it never changes. Refuses with conflict `finished`, `changed-meanwhile`, and with
// invalid, one field for each section that is missing.
Result<Done> finish_report(postgres::BoardTx& tx, const ReportId& id, int version, int saves,
                           Instant at);

// Notes that somebody signed this finished version: as what, who, and on which day.
// Refuses with invalid by field, and conflict `not-finished`, `signed-enough`.
Result<Done> sign_report(postgres::BoardTx& tx, const ReportId& id, int version,
                         const Signature& signature, Instant at);

// Takes the report back. It stays readable and is marked everywhere. Refuses with invalid, field
// `why`, where nothing is said.
Result<Done> withdraw_report(postgres::BoardTx& tx, const ReportId& id, const std::string& why,
                             Instant at);

}  // namespace onereturn::reports
