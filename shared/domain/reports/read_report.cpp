#include "domain/reports/read_report.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/reports/block_format.hpp"
#include "domain/reports/edit_report.hpp"
#include "domain/reports/paper_store.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such report here.", {}};
}

}  // namespace

std::vector<ReportLine> list_reports(postgres::BoardTx& tx) { return load_reports(tx); }

Result<OpenReport> look_at_report(postgres::BoardTx& tx, const ReportId& id,
                                  std::optional<int> number) {
  auto report = find_report(tx, id);
  if (!report) return not_found();
  auto version = find_version(tx, id, number.value_or(report->latest_version));
  if (!version) return not_found();
  OpenReport open{std::move(*report), std::move(*version), versions_of(tx, id), {}, {}};
  open.files = files_of(tx, id, open.version.number);
  if (!open.version.finished) open.conclusions = conclusions_to_lift(tx, open.report);
  return open;
}

Result<OpenReport> open_report(postgres::BoardTx& tx, const ReportId& id,
                               std::optional<int> version) {
  auto open = look_at_report(tx, id, version);
  if (open) {
    audit_log::record(tx, {.what = "report.opened",
                           .subject_kind = "report",
                           .subject_id = id.text(),
                           .detail = "version " + std::to_string(open->version.number)});
  }
  return open;
}

Result<Compared> compare_versions(postgres::BoardTx& tx, const ReportId& id, int before,
                                  int after) {
  auto report = find_report(tx, id);
  const auto first = find_version(tx, id, before);
  const auto second = find_version(tx, id, after);
  if (!report || !first || !second) return not_found();
  auto differ = differences(*first, *second);
  differ.facts = write_blocks(first->facts) != write_blocks(second->facts);
  return Compared{std::move(*report), before, after, std::move(differ)};
}

}  // namespace onereturn::reports
