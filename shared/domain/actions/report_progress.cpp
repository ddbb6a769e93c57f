#include "domain/actions/report_progress.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/actions/action_texts.hpp"
#include "domain/actions/read_my_list.hpp"
#include "domain/actions/report_store.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/commitment_store.hpp"

namespace onereturn::actions {

namespace {

constexpr std::size_t pieces_max = 50;

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here."};
}

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not report on actions."};
}

// What is wrong with what was typed, or an empty problem.
Problem checked(postgres::AgencyTx& tx, ReportProgress& report) {
  Problem problem{ProblemCode::invalid, "validation", "Something is missing.", {}};
  report.text = tidy_paragraph(report.text);
  if (report.said != "under_way" && report.said != "done") {
    problem.fields.push_back({"said", "Say whether it is done"});
  }
  if (report.text.empty()) problem.fields.push_back({"text", "Say how it is going"});
  check_paragraph(problem, "text", report.text);
  if (report.said == "done") report.new_on.reset();
  if (report.new_on && *report.new_on < day_in_england(report.at)) {
    problem.fields.push_back({"new", "Give a day that is still to come"});
  }
  const bool known = report.pieces.size() <= pieces_max &&
                     std::all_of(report.pieces.begin(), report.pieces.end(), [&](const auto& one) {
                       return evidence::evidence_exists(tx, one);
                     });
  if (!known) problem.fields.push_back({"pieces", "Choose from the evidence that you have"});
  return problem;
}

// Where it goes, and in which unit it is kept. The agency's own word for what it has undertaken
// changes with it.
Result<ReportPlace> placed(postgres::AgencyTx& tx, const ReportProgress& report) {
  const CommitmentId commitment{report.undertaking};
  if (const auto stored = returns::read_commitment(tx, commitment)) {
    const auto& own = tx.actor().unit;
    if (own && *own != stored->unit) return not_found();
    if (!identity::may_write_commitment(tx, commitment)) {
      return identity::not_among_your_standards();
    }
    const char* state = report.said == "done" ? "done" : "open";
    if (!returns::update_commitment(tx, commitment, stored->words, state)) return not_found();
    return ReportPlace{stored->unit, commitment, read_targets(tx, commitment)};
  }
  auto direct = read_target(tx, ActionId{report.undertaking});
  if (!direct) return not_found();
  return std::move(*direct);
}

}  // namespace

Result<UndertakingFile> read_undertaking(postgres::AgencyTx& tx, const std::string& id) {
  auto list = read_my_list(tx);
  if (!list) return list.problem();
  const auto found = std::find_if(list->begin(), list->end(),
                                  [&](const Undertaking& one) { return one.id == id; });
  if (found == list->end()) return not_found();
  return UndertakingFile{std::move(*found), read_own_reports(tx, id), read_told(tx, id)};
}

Result<int> report_progress(postgres::AgencyTx& tx, const ReportProgress& typed) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  if (!is_uuid(typed.undertaking)) return not_found();
  auto report = typed;
  const auto list = read_my_list(tx);
  if (!list) return list.problem();
  if (std::none_of(list->begin(), list->end(),
                   [&](const Undertaking& one) { return one.id == report.undertaking; })) {
    return not_found();
  }
  const auto problem = checked(tx, report);
  if (!problem.fields.empty()) return problem;
  const auto place = placed(tx, report);
  if (!place) return place.problem();
  const auto boards = insert_report(tx, *place, report);
  audit_log::record(tx, {"action.progress_reported", "undertaking", report.undertaking});
  return boards;
}

}  // namespace onereturn::actions
