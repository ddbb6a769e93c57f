#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reports/draft_report.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

// What people do to a draft. Each refuses with not_found, forbidden, and with conflict `finished`
// or `withdrawn` once nothing can be changed any more.
namespace onereturn::reports {

struct SaveSection {
  ReportId report;
  int version = 0;
  std::string key;
  int base_save = 0;  // that the page showed
  std::string words;  // marked text
  Instant at{};
};

struct SavedSection {
  int save = 0;
  Instant at{};
  std::optional<EditedSection> overtaken;  // what stands instead, and nothing was saved
};

// Keeps what somebody typed as the section's next save. Where they were overtaken, the other's
// words come back and nothing is lost. Refuses with invalid, field `words`, as well.
Result<SavedSection> save_section(postgres::BoardTx& tx, const SaveSection& command);

// Draws what the records say now. What was typed stays, and stands beside the new words.
Result<Done> draft_again(postgres::BoardTx& tx, const ReportId& id, const Drafting& with);

// After a finished version: the next one, drafted anew, with everything that was typed. Answers
// its number, also when a draft is there already.
Result<int> begin_next_version(postgres::BoardTx& tx, const ReportId& id, const Drafting& with);

// What an overview takes over from organisations' finished reports, in place of what it took over
// before; its draft is drawn again. Refuses with invalid for a report that is no overview, and for
// what no finished report of this exercise says.
Result<Done> lift_conclusions(postgres::BoardTx& tx, const ReportId& overview,
                              const std::vector<Conclusion>& chosen, const Drafting& with);

// What may be lifted into an overview, with what is lifted marked; a lifted one stays in the list
// though its report was finished anew.
std::vector<Conclusion> conclusions_to_lift(postgres::BoardTx& tx, const Report& overview);

}  // namespace onereturn::reports
