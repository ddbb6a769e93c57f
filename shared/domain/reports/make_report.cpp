#include "domain/reports/make_report.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

// Cut between characters, to what a line may have.
std::string short_line(const std::string& text) {
  auto line = tidy_line(text);
  while (count_characters(line).value_or(0) > line_characters_max) {
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U)
      line.pop_back();
    if (!line.empty()) line.pop_back();
  }
  return line;
}

Result<std::string> about_of(postgres::BoardTx& tx, const Subject& subject) {
  const Problem missing{ProblemCode::not_found, "not-found", "There is no such thing here.", {}};
  if (subject.of_return) {
    auto name = organisation_of(tx, *subject.of_return);
    if (!name) return missing;
    return std::move(*name);
  }
  if (subject.exercise) {
    const auto all = exercises(tx);
    const auto found = std::ranges::find(all, *subject.exercise, &ExerciseChoice::id);
    if (found == all.end()) return missing;
    return found->title;
  }
  return period_words(*subject.from, *subject.to);
}

}  // namespace

Result<ReportId> make_report(postgres::BoardTx& tx, const MakeReport& command) {
  if (!may_draft(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "", {}};
  }
  Problem problem{ProblemCode::invalid, "validation", "Put right what is marked.", {}};
  check_subject(problem, command.subject);
  if (!problem.fields.empty()) return problem;
  if (find_report(tx, command.id)) return command.id;
  Report report;
  report.id = command.id;
  report.subject = command.subject;
  auto about = about_of(tx, command.subject);
  if (!about) return about.problem();
  report.about = short_line(*about);
  auto draft = draft_report(tx, report, command.with);
  if (!draft) return draft.problem();
  report.title = short_line(draft->title);
  draft->subtitle = short_line(draft->subtitle);
  lock_numbers(tx);
  const auto number = insert_report(tx, report, command.with.at);
  insert_version(tx, report.id, 1, *draft, command.with.at);
  audit_log::record(tx, {.what = "report.made",
                         .subject_kind = "report",
                         .subject_id = report.id.text(),
                         .detail = std::string(to_string(report.subject.kind)) + ", number " +
                                   std::to_string(number)});
  return report.id;
}

}  // namespace onereturn::reports
