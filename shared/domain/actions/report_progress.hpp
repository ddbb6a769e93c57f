#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "domain/actions/my_list.hpp"
#include "platform/postgres/transaction.hpp"

// The agency says once how it is going; a job carries it to each board that follows it. No board
// learns that another one does.
namespace onereturn::actions {

struct OwnReport {
  std::string said;  // "under_way", "done"
  std::string text;
  std::optional<Date> new_on;
  std::string by_name;
  Instant at;
  std::vector<std::string> pieces;  // titles
};

// What a board let the agency know.
struct Told {
  std::string board;
  std::string kind;  // "asked", "moved", "verified", "closed", "reopened"
  std::string words;
  std::optional<Date> was_on, by_on;
  Instant at;
};

struct UndertakingFile {
  Undertaking undertaking;
  std::vector<OwnReport> reports;  // newest first
  std::vector<Told> told;
};
// By the id of an Undertaking. Refuses with not_found; with forbidden for a role that reads not.
Result<UndertakingFile> read_undertaking(postgres::AgencyTx& tx, const std::string& id);

struct ReportProgress {
  std::string undertaking;
  std::string said;
  std::string text;
  std::optional<Date> new_on;
  // Each board gets those of them that it has been given.
  std::vector<EvidenceId> pieces;
  Instant at;
};
// How many boards it goes to. Refuses with invalid, a field each; with not_found; with forbidden
// for a role that does not write, or writes only about other standards.
Result<int> report_progress(postgres::AgencyTx& tx, const ReportProgress& command);

}  // namespace onereturn::actions
