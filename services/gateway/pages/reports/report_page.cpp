#include <sstream>

#include "domain/documents/drawing_check.hpp"
#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/read_report.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/report_pages.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::Conclusion;
using reports::ConclusionKind;
using reports::ReportId;

// "conclusion REPORT VERSION NUMBER", as the page wrote it.
std::optional<Conclusion> conclusion_from(const std::string& text) {
  std::istringstream words(text);
  std::string kind, report, version, number;
  words >> kind >> report >> version >> number;
  const auto id = ReportId::parse(report);
  Conclusion one;
  one.kind = kind == "recommendation" ? ConclusionKind::recommendation : ConclusionKind::conclusion;
  one.of_version = number_from(version);
  one.of_number = number_from(number);
  if (!id || one.of_version == 0 || one.of_number == 0) return std::nullopt;
  one.of_report = *id;
  return one;
}

}  // namespace

http::Response show_report(RequestContext& context) {
  const auto id = report_in_path(context);
  return id ? report_page_of(context, *id, std::nullopt, {}, 200) : not_found(context);
}

http::Response show_report_version(RequestContext& context) {
  const auto id = report_in_path(context);
  const int version = number_from(context.path("version"));
  if (!id || version == 0) return not_found(context);
  return report_page_of(context, *id, version, {}, 200);
}

http::Response show_report_picture(RequestContext& context) {
  const auto id = report_in_path(context);
  const int version = number_from(context.path("version"));
  int left = number_from(context.path("number"));
  if (!id || version == 0 || left == 0) return not_found(context);
  const auto open = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reports::look_at_report(tx, *id, version);
  });
  if (!open) return refuse(context, open.problem());
  for (const auto& block : open->version.facts) {
    const auto* picture = std::get_if<documents::Picture>(&block);
    if (picture == nullptr || --left > 0) continue;
    if (!documents::is_plain_drawing(picture->svg)) break;
    http::Response response;
    response.body = picture->svg;
    response.with("Content-Type", "image/svg+xml");
    return response;
  }
  return not_found(context);
}

http::Response show_report_changes(RequestContext& context) {
  const auto id = report_in_path(context);
  const int version = number_from(context.path("version"));
  if (!id || version < 2) return not_found(context);
  const auto compared = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reports::compare_versions(tx, *id, version - 1, version);
  });
  if (!compared) return refuse(context, compared.problem());
  return framed(context, "pages/report_changes", views::report_changes_page(*compared),
                reports_place);
}

http::Response save_report_section(RequestContext& context) {
  const auto& section = context.path("section");
  return on_draft(context, "words", section,
                  [&](postgres::BoardTx& tx, const ReportId& id, int) -> Result<Done> {
                    const auto open = reports::look_at_report(tx, id, std::nullopt);
                    if (!open) return open.problem();
                    if (open->version.find(section) == nullptr) {
                      return Problem{ProblemCode::not_found, "not-found", "", {}};
                    }
                    return Done{};
                  });
}

http::Response draft_report_again(RequestContext& context) {
  return on_draft(context, "drafted", {}, [&](postgres::BoardTx& tx, const ReportId& id, int) {
    return reports::draft_again(tx, id, drafting_now(context));
  });
}

http::Response lift_into_report(RequestContext& context) {
  std::vector<Conclusion> chosen;
  for (const auto& text : context.request().form.all("lift")) {
    if (auto one = conclusion_from(text)) chosen.push_back(std::move(*one));
  }
  return on_draft(context, "lifted", {}, [&](postgres::BoardTx& tx, const ReportId& id, int) {
    return reports::lift_conclusions(tx, id, chosen, drafting_now(context));
  });
}

http::Response finish_report(RequestContext& context) {
  const int version = number_from(context.field("version"));
  const int saves = number_from(context.field("saves"));
  return on_draft(context, "finished", {},
                  [&](postgres::BoardTx& tx, const ReportId& id, int saved) {
                    return reports::finish_report(tx, id, version, saves + saved, context.now());
                  });
}

http::Response begin_next_report_version(RequestContext& context) {
  return on_report(context, "next", {},
                   [&](postgres::BoardTx& tx, const ReportId& id) -> Result<Done> {
                     const auto next = reports::begin_next_version(tx, id, drafting_now(context));
                     if (!next) return next.problem();
                     return Done{};
                   });
}

http::Response sign_report(RequestContext& context) {
  views::TypedOnReport typed;
  typed.role = context.field("role");
  typed.name = context.field("name");
  typed.on = views::typed_date(context.request().form, "on");
  const auto day = views::read_date(typed.on);
  reports::Signature signature;
  signature.role = typed.role;
  signature.name = typed.name;
  if (day.date) signature.on = *day.date;
  const int version = number_from(context.field("version"));
  return on_report(context, "signed", std::move(typed),
                   [&](postgres::BoardTx& tx, const ReportId& id) {
                     return reports::sign_report(tx, id, version, signature, context.now());
                   });
}

http::Response withdraw_report(RequestContext& context) {
  views::TypedOnReport typed;
  typed.why = context.field("why");
  const auto why = typed.why;
  return on_report(context, "withdrawn", std::move(typed),
                   [&](postgres::BoardTx& tx, const ReportId& id) {
                     return reports::withdraw_report(tx, id, why, context.now());
                   });
}

}  // namespace onereturn::gateway::pages
