#include "domain/reports/edit_report.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such report here.", {}};
}

// Held until the transaction ends. Refuses whoever may not edit, and what was withdrawn.
Result<Report> report_to_edit(postgres::BoardTx& tx, const ReportId& id) {
  if (!may_draft(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "", {}};
  }
  if (!lock_report(tx, id)) return not_found();
  auto report = find_report(tx, id);
  if (!report) return not_found();
  if (report->withdrawn_at) {
    return Problem{ProblemCode::conflict, "withdrawn", "This report was withdrawn.", {}};
  }
  return std::move(*report);
}

Problem finished() {
  return {ProblemCode::conflict,
          "finished",
          "This version is finished. Begin the next one to change something.",
          {}};
}

void note(postgres::BoardTx& tx, const char* what, const ReportId& id, std::string detail) {
  audit_log::record(tx, {.what = what,
                         .subject_kind = "report",
                         .subject_id = id.text(),
                         .detail = std::move(detail)});
}

bool is_same(const Conclusion& a, const Conclusion& b) {
  return a.kind == b.kind && a.of_report == b.of_report && a.of_number == b.of_number &&
         a.of_version == b.of_version;
}

void add_items(std::vector<Conclusion>& all, const LiftSource& source, const ReportVersion& version,
               ConclusionKind kind, const char* key) {
  const auto* section = version.find(key);
  if (section == nullptr) return;
  int number = 0;
  for (auto& words : numbered_items(section->words)) {
    ++number;
    if (count_characters(words).value_or(paragraph_characters_max + 1) > paragraph_characters_max)
      continue;
    all.push_back({kind, source.report, source.version, number, source.organisation,
                   std::move(words), false});
  }
}

}  // namespace

Result<SavedSection> save_section(postgres::BoardTx& tx, const SaveSection& command) {
  const auto report = report_to_edit(tx, command.report);
  if (!report) return report.problem();
  const auto version = find_version(tx, command.report, command.version);
  const auto* section = version ? version->find(command.key) : nullptr;
  if (section == nullptr) return not_found();
  if (version->finished) return finished();
  const auto words = tidy_paragraph(command.words);
  if (words == section->words) return SavedSection{section->save, section->at, std::nullopt};
  if (section->save != command.base_save) {
    return SavedSection{section->save, section->at, *section};
  }
  const auto length = count_characters(words);
  if (!length || *length > section_characters_max) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Put right what is marked.",
                   {{"words", "Use 40,000 characters or fewer"}}};
  }
  insert_section(tx, command.report, command.version, command.key, section->save + 1, words,
                 command.at);
  note(tx, "report.written", command.report,
       command.key + ", version " + std::to_string(command.version));
  return SavedSection{section->save + 1, command.at, std::nullopt};
}

Result<Done> draft_again(postgres::BoardTx& tx, const ReportId& id, const Drafting& with) {
  const auto report = report_to_edit(tx, id);
  if (!report) return report.problem();
  auto draft = draft_report(tx, *report, with);
  if (!draft) return draft.problem();
  if (!put_draft(tx, id, report->latest_version, *draft, with.at)) return finished();
  note(tx, "report.drafted_again", id, "version " + std::to_string(report->latest_version));
  return Done{};
}

Result<int> begin_next_version(postgres::BoardTx& tx, const ReportId& id, const Drafting& with) {
  const auto report = report_to_edit(tx, id);
  if (!report) return report.problem();
  const auto latest = find_version(tx, id, report->latest_version);
  if (!latest) return not_found();
  if (!latest->finished) return report->latest_version;
  auto draft = draft_report(tx, *report, with);
  if (!draft) return draft.problem();
  const int next = report->latest_version + 1;
  insert_version(tx, id, next, *draft, with.at);
  keep_sections(tx, id, report->latest_version, next);
  point_to_version(tx, id, next);
  note(tx, "report.next_version", id, "version " + std::to_string(next));
  return next;
}

std::vector<Conclusion> conclusions_to_lift(postgres::BoardTx& tx, const Report& overview) {
  std::vector<Conclusion> all;
  if (overview.subject.kind != Kind::overview) return all;
  for (const auto& source : lift_sources(tx, *overview.subject.exercise)) {
    const auto version = find_version(tx, source.report, source.version);
    if (!version) continue;
    add_items(all, source, *version, ConclusionKind::conclusion, "conclusions");
    add_items(all, source, *version, ConclusionKind::recommendation, "recommendations");
  }
  for (auto& taken : lifted(tx, overview.id)) {
    const auto found =
        std::ranges::find_if(all, [&](const Conclusion& each) { return is_same(each, taken); });
    if (found == all.end()) {
      all.push_back(std::move(taken));
    } else {
      found->lifted = true;
    }
  }
  return all;
}

Result<Done> lift_conclusions(postgres::BoardTx& tx, const ReportId& overview,
                              const std::vector<Conclusion>& chosen, const Drafting& with) {
  const auto report = report_to_edit(tx, overview);
  if (!report) return report.problem();
  if (report->subject.kind != Kind::overview) return not_found();
  const auto there = conclusions_to_lift(tx, *report);
  std::vector<Conclusion> taken;
  for (const auto& one : chosen) {
    const auto found =
        std::ranges::find_if(there, [&](const Conclusion& each) { return is_same(each, one); });
    if (found == there.end()) {
      return Problem{ProblemCode::invalid,
                     "validation",
                     "One of them is not in a finished report any more. Choose again.",
                     {}};
    }
    taken.push_back(*found);
  }
  put_lifted(tx, overview, taken, with.at);
  note(tx, "report.lifted", overview, std::to_string(taken.size()) + " taken over");
  return draft_again(tx, overview, with);
}

}  // namespace onereturn::reports
