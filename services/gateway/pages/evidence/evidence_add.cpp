#include "domain/evidence/file_types.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/pages/evidence/evidence_place.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/upload.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

using Place = std::optional<EvidencePlace>;

http::Response add_form(RequestContext& context, const Place& place, const http::Fields& form,
                        const std::vector<views::PageError>& errors) {
  auto page = views::piece_fields(form, errors);
  page.set("title", "Add evidence")
      .set("types", std::string{evidence::types_in_words()})
      .set("accept", std::string{evidence::types_for_field()});
  show_place(page, place);
  return framed(context, "pages/evidence_add", std::move(page), "/evidence",
                errors.empty() ? 200 : 422);
}

Problem nothing_given() {
  Problem problem{ProblemCode::invalid, "validation", "", {}};
  problem.fields.push_back({"file", "Choose a file, or say below where the evidence is kept."});
  return problem;
}

// A file when one was chosen, else a piece that is available on request.
Result<EvidenceId> add(postgres::AgencyTx& tx, RequestContext& context,
                       const evidence::WriteDetails& details,
                       const std::optional<evidence::FileFacts>& file) {
  const auto today = day_in_england(context.now());
  if (!file) return evidence::add_on_request(tx, details, today);
  auto written = file_words(details);
  written.file = *file;
  written.at = details.at;
  written.unit = details.unit;
  return evidence::add_file(tx, written, today);
}

Result<EvidenceId> add_and_cite(postgres::AgencyTx& tx, RequestContext& context,
                                const evidence::WriteDetails& details,
                                const std::optional<evidence::FileFacts>& file,
                                const Place& place) {
  auto piece = add(tx, context, details, file);
  if (!piece) return piece;
  if (place) {
    const auto cited = cite_there(tx, *piece, *place);
    if (!cited) return cited.problem();
  }
  if (file) upload_of(context).keep(tx.actor().party);
  return piece;
}

}  // namespace

http::Response show_add_evidence(RequestContext& context) {
  const auto place = evidence_place(context);
  if (!place) return refuse(context, place.problem());
  http::Fields form;
  form.add("received_on", to_iso(day_in_england(context.now())));
  return add_form(context, *place, form, {});
}

http::Response add_evidence_piece(RequestContext& context) {
  const auto place = evidence_place(context);
  if (!place) return refuse(context, place.problem());
  const auto& form = context.request().form;
  auto& upload = upload_of(context);
  const auto file = upload.look(upload.file_name());
  if (!file) return add_form(context, *place, form, page_errors(file.problem()));
  auto details = details_in_form(context);
  if (!details) return add_form(context, *place, form, page_errors(details.problem()));
  if (!*file && details->kept_where.empty()) {
    return add_form(context, *place, form, page_errors(nothing_given()));
  }
  details->at = context.now();
  if (*place) details->unit = (*place)->unit;
  const auto made = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<EvidenceId> {
        return add_and_cite(tx, context, *details, *file, *place);
      });
  if (!made && is_of_form(made.problem())) {
    return add_form(context, *place, form, page_errors(made.problem()));
  }
  if (!made) return refuse(context, made.problem());
  if (*place) return http::Response::see_other(with_note((*place)->back, "evidence"));
  return http::Response::see_other("/evidence/" + made->text() +
                                   (*file ? "?saved=file" : "?saved=kept"));
}

}  // namespace onereturn::gateway::pages
