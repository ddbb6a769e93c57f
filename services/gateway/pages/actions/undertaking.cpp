#include "domain/actions/report_progress.hpp"
#include "domain/evidence/piece_store.hpp"
#include "domain/identity/roles.hpp"
#include "gateway/pages/actions/board_actions.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/undertaking_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using views::PageError;
using views::TypedReport;

constexpr const char* place = "/list";

http::Response undertaking_page(RequestContext& context, const TypedReport& typed,
                                const std::vector<PageError>& errors, int status) {
  const auto& id = context.path("undertaking");
  if (!is_uuid(id)) return not_found(context);
  std::vector<evidence::Piece> pieces;
  const auto file = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<actions::UndertakingFile> {
        auto found = actions::read_undertaking(tx, id);
        if (!found) return found.problem();
        pieces = evidence::load_pieces(tx, std::nullopt);
        return found;
      });
  if (!file) return refuse(context, file.problem());
  return framed(context, "pages/undertaking",
                views::undertaking_page({*file, pieces, day_in_england(context.now()),
                                         identity::may_write(context.session().role), typed, errors,
                                         context.request().query.get("saved")}),
                place, status);
}

http::Response show_undertaking(RequestContext& context) {
  return undertaking_page(context, {}, {}, 200);
}

http::Response report(RequestContext& context) {
  const auto& form = context.request().form;
  const TypedReport typed{context.field("said"), context.field("text"),
                          views::typed_date(form, "new"), form.all("piece")};
  const auto day = views::read_date(typed.by);
  actions::ReportProgress command;
  command.undertaking = context.path("undertaking");
  command.said = typed.said;
  command.text = typed.text;
  command.new_on = day.date;
  command.at = context.now();
  std::vector<PageError> errors;
  if (!day.error.empty()) errors.push_back({"new", day.error});
  for (const auto& piece : typed.pieces) {
    const auto id = EvidenceId::parse(piece);
    if (!id) return not_found(context);
    command.pieces.push_back(*id);
  }
  if (!errors.empty()) return undertaking_page(context, typed, errors, 422);
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return actions::report_progress(tx, command);
  });
  if (done) {
    if (*done > 0) context.services().wake.ring("carry_progress");
    return http::Response::see_other("/list/" + command.undertaking + "?saved=reported");
  }
  for (const auto& field : done.problem().fields)
    errors.push_back({field.field, field.message});
  if (errors.empty()) return refuse(context, done.problem());
  return undertaking_page(context, typed, errors, 422);
}

}  // namespace

std::vector<Route> undertaking_routes() {
  using http::Verb;
  return {{Verb::get, "/list/{undertaking}", agency(), show_undertaking},
          {Verb::post, "/list/{undertaking}/report", agency({"contributor", "lead"}), report}};
}

}  // namespace onereturn::gateway::pages
