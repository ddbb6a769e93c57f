#include "domain/reports/paper_files.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such report here.", {}};
}

bool needs_nothing(const std::vector<PaperFile>& files, Format format, Instant at) {
  const auto found = std::ranges::find(files, format, &PaperFile::format);
  if (found == files.end()) return false;
  return found->current && (found->state == FileState::ready || is_on_its_way(*found, at));
}

}  // namespace

Result<bool> ask_for_paper(postgres::BoardTx& tx, const ReportId& id, int number, Format format,
                           Instant at) {
  if (is_table(format)) {
    if (const auto refused = identity::refuse_export(tx)) return *refused;
  }
  if (!lock_report(tx, id)) return not_found();
  const auto report = find_report(tx, id);
  const auto version = find_version(tx, id, number);
  if (!report || !version) return not_found();
  if (needs_nothing(files_of(tx, id, number), format, at)) return false;
  const auto file = FileId::random();
  if (!put_asked(tx, id, number, format, file, at)) return not_found();
  const bool is_long = takes_long(report->subject.kind, version->facts);
  announce(tx, is_long ? "make_long_paper" : "make_paper", file);
  audit_log::record(
      tx, {.what = "report.file_asked",
           .subject_kind = "report",
           .subject_id = id.text(),
           .detail = std::string(to_string(format)) + ", version " + std::to_string(number)});
  return true;
}

Result<ReadyFile> take_paper(postgres::BoardTx& tx, const FileId& file) {
  auto ready = find_ready(tx, file);
  if (!ready) return not_found();
  if (is_table(ready->format)) {
    if (const auto refused = identity::refuse_export(tx)) return *refused;
    const auto version = find_version(tx, ready->report, ready->version);
    std::size_t rows = 0;
    for (const auto& block : version ? version->facts : std::vector<documents::Block>{}) {
      if (const auto* table = std::get_if<documents::Table>(&block)) rows += table->rows.size();
    }
    identity::note_export(tx, {"report.exported", "report", ready->report.text()}, rows);
    return std::move(*ready);
  }
  audit_log::record(tx, {.what = "report.file_taken",
                         .subject_kind = "report",
                         .subject_id = ready->report.text(),
                         .detail = std::string(to_string(ready->format)) + ", version " +
                                   std::to_string(ready->version)});
  return std::move(*ready);
}

}  // namespace onereturn::reports
