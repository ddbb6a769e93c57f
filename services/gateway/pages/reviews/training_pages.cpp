#include "domain/identity/export_right.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "domain/reviews/training_needs.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/training.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

struct Needs {
  std::vector<std::pair<std::string, std::string>> waves;
  std::string wave;
  std::vector<reviews::StandardNeed> standards;
  bool may_export = false;
};

// Of the wave that the address names, or the newest.
Result<Needs> read_needs(RequestContext& context, bool exported) {
  const auto asked = context.request().query.get("wave");
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Needs> {
    const auto refused = exported ? identity::refuse_export(tx) : std::nullopt;
    if (refused) return *refused;
    Needs needs;
    needs.may_export = exported || identity::may_export(tx);
    needs.waves = reviews::waves_with_returns(tx);
    if (asked.empty() && needs.waves.empty()) return needs;
    const auto wave = AuditId::parse(asked.empty() ? needs.waves.front().first : asked);
    if (!wave) return Problem{ProblemCode::not_found, "not-found", "", {}};
    auto standards = reviews::training_needs(tx, *wave);
    if (!standards) return standards.problem();
    needs.wave = wave->text();
    needs.standards = std::move(*standards);
    if (exported) {
      identity::note_export(tx, {"training.exported", "audit", needs.wave},
                            views::training_rows(needs.standards).size());
    }
    return needs;
  });
}

}  // namespace

http::Response show_training_needs(RequestContext& context) {
  const auto needs = read_needs(context, false);
  if (!needs) return refuse(context, needs.problem());
  return framed(
      context, "pages/training_needs",
      views::training_page(needs->standards, needs->waves, needs->wave, needs->may_export),
      "/returns");
}

http::Response export_training_needs(RequestContext& context) {
  const auto needs = read_needs(context, true);
  if (!needs) return refuse(context, needs.problem());
  return views::csv_file("training-needs", views::training_headings(),
                         views::training_rows(needs->standards));
}

}  // namespace onereturn::gateway::pages
