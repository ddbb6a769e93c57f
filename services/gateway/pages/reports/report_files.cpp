#include "domain/identity/export_right.hpp"
#include "domain/reports/paper_files.hpp"
#include "domain/reports/read_report.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/paper_response.hpp"
#include "gateway/pages/reports/report_pages.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::Format;

struct WithRight {
  reports::OpenReport open;
  bool may_export = false;
};

// "Report 12 v2 Overview of 2026".
std::string file_name(const reports::ReadyFile& file) {
  return "Report " + std::to_string(file.report_number) + " v" + std::to_string(file.version) +
         " " + file.title;
}

http::Response take(RequestContext& context, bool table) {
  const auto id = reports::FileId::parse(context.path("file"));
  const auto report = report_in_path(context);
  if (!id || !report) return not_found(context);
  auto file = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<reports::ReadyFile> {
        auto ready = reports::take_paper(tx, *id);
        if (ready && (ready->report != *report || reports::is_table(ready->format) != table)) {
          return Problem{ProblemCode::not_found, "not-found", "", {}};
        }
        return ready;
      });
  if (!file) return refuse(context, file.problem());
  return paper_response(file->format, file_name(*file), std::move(file->bytes));
}

}  // namespace

http::Response show_report_files(RequestContext& context) {
  const auto id = report_in_path(context);
  const int version = number_from(context.path("version"));
  if (!id || version == 0) return not_found(context);
  const auto here =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<WithRight> {
        auto open = reports::look_at_report(tx, *id, version);
        if (!open) return open.problem();
        return WithRight{std::move(*open), identity::may_export(tx)};
      });
  if (!here) return refuse(context, here.problem());
  return framed(context, "pages/report_files",
                views::report_files_page(here->open, here->may_export, context.now()),
                reports_place);
}

http::Response ask_for_report_file(RequestContext& context) {
  const auto id = report_in_path(context);
  const auto format = reports::format_of(context.field("format"));
  const int version = number_from(context.field("version"));
  if (!id || !format || version == 0) return not_found(context);
  const auto asked = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reports::ask_for_paper(tx, *id, version, *format, context.now());
  });
  if (!asked) return refuse(context, asked.problem());
  if (*asked) context.services().wake.ring("make_paper");
  return http::Response::see_other(views::version_path(*id, version) + "/files");
}

http::Response take_report_paper(RequestContext& context) { return take(context, false); }

http::Response take_report_table(RequestContext& context) { return take(context, true); }

}  // namespace onereturn::gateway::pages
