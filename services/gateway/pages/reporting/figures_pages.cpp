#include "gateway/pages/reporting/figures_pages.hpp"

#include <algorithm>

#include "domain/documents/sheets.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/reporting/figures_shown.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/figures.hpp"
#include "gateway/views/listing.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

// Of the exercise in the address; not found where that is none of this board's.
Result<reporting::Figures> figures_asked(postgres::BoardTx& tx, const RequestContext& context) {
  const auto asked = context.request().query.get("exercise");
  const auto wave = AuditId::parse(asked);
  if (!asked.empty() && !wave) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return reporting::read_figures(tx, wave, context.now());
}

http::Response show_figures(RequestContext& context) {
  bool may_export = false;
  const auto figures = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    may_export = identity::may_export(tx);
    return figures_asked(tx, context);
  });
  if (!figures) return refuse(context, figures.problem());
  return framed(context, "pages/figures", views::figures_page(*figures, may_export), "/figures");
}

http::Response show_picture(RequestContext& context) {
  const auto figures = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return figures_asked(tx, context); });
  if (!figures) return refuse(context, figures.problem());
  const auto which = context.request().query.get("which");
  for (auto* draw :
       {&reporting::rate_of, &reporting::grades_of, &reporting::ageing_of, &reporting::pairs_of}) {
    auto drawn = draw(*figures);
    if (!which.empty() && drawn.data.name != which) continue;
    http::Response response;
    response.body = std::move(drawn.picture.svg);
    response.with("Content-Type", "image/svg+xml");
    return response;
  }
  return not_found(context);
}

http::Response export_figures(RequestContext& context) {
  const auto name = context.request().query.get("table");
  const auto sheet = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<documents::Sheet> {
        if (const auto refused = identity::refuse_export(tx)) return *refused;
        auto figures = figures_asked(tx, context);
        if (!figures) return figures.problem();
        const auto tables = reporting::tables_of(*figures);
        const auto found = name.empty() ? tables.begin()
                                        : std::ranges::find(tables, name, &documents::Table::name);
        if (found == tables.end()) return Problem{ProblemCode::not_found, "not-found", "", {}};
        documents::Document document;
        document.blocks.emplace_back(*found);
        auto made = documents::sheets_of(document).front();
        const auto wave = figures->wave ? figures->wave->wave.text() : std::string{};
        identity::note_export(tx, {"figures.exported", "audit", wave}, made.rows.size());
        return made;
      });
  if (!sheet) return refuse(context, sheet.problem());
  std::vector<std::string> headings;
  for (const auto& column : sheet->columns)
    headings.push_back(column.heading);
  return views::csv_file(sheet->name, headings, sheet->rows);
}

}  // namespace

std::vector<Route> figures_routes() {
  return {{http::Verb::get, "/figures", board(), show_figures},
          {http::Verb::get, "/figures/picture", board(), show_picture},
          {http::Verb::get, "/figures.csv", board(), export_figures}};
}

}  // namespace onereturn::gateway::pages
