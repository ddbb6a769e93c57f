#include "gateway/pages/returns/form_evidence.hpp"

#include <algorithm>

#include "domain/evidence/cite_in_form.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using Errors = std::vector<views::PageError>;

// Other boards that were granted it keep it.
std::vector<BoardId> granted(const returns::KeptEvidence& kept, const BoardId& board, bool to_it) {
  auto boards = kept.granted;
  if (to_it) {
    boards.insert(board);
  } else {
    boards.erase(board);
  }
  return {boards.begin(), boards.end()};
}

Result<Done> save_grants(postgres::AgencyTx& tx, const http::Fields& form,
                         const returns::Engaged& board, const returns::FormSection& section,
                         Errors& errors) {
  const auto shown = form.all("evidence");
  for (const auto* kept : section.evidence) {
    const auto id = kept->evidence.text();
    if (std::find(shown.begin(), shown.end(), id) == shown.end()) continue;
    const bool wanted = form.has("grant_" + id);
    if (wanted == kept->granted.contains(board.board.board)) continue;
    const auto done =
        evidence::grant_evidence(tx, kept->evidence, granted(*kept, board.board.board, wanted));
    if (done) continue;
    if (done.problem().code != ProblemCode::forbidden) return done.problem();
    errors.push_back({"evidence-h", kept->title + ": " + done.problem().detail});
  }
  return Done{};
}

Result<Done> save_new(postgres::AgencyTx& tx, const http::Fields& form,
                      const returns::Workspace& workspace, const returns::Engaged& board,
                      const returns::FormSection& section, Instant now, Errors& errors) {
  const auto title = form.get("evidence_title");
  const auto where = form.get("evidence_where");
  if (title.empty() && where.empty()) return Done{};
  const auto places = returns::evidence_places(*section.section);
  const auto place = std::find_if(places.begin(), places.end(), [&](const auto& each) {
    return each.box_no == form.get("evidence_place");
  });
  if (place == places.end()) {
    errors.push_back({"evidence-place", "Choose what it shows"});
    return Done{};
  }
  std::vector<BoardId> boards;
  if (form.has("evidence_new")) boards.push_back(board.board.board);
  const auto added =
      evidence::add_evidence(tx, {workspace.unit, title, where, std::nullopt, {}, boards, now});
  if (added) {
    return evidence::cite_in_form(
        tx, *added, {workspace.unit, board.request, board.board.board, place->box_no});
  }
  if (added.problem().code != ProblemCode::invalid) return added.problem();
  for (const auto& field : added.problem().fields) {
    errors.push_back({field.field == "title" ? "evidence-title" : "evidence-where", field.message});
  }
  return Done{};
}

}  // namespace

Result<Errors> save_form_evidence(postgres::AgencyTx& tx, const http::Fields& form,
                                  const returns::Workspace& workspace,
                                  const returns::Engaged& board,
                                  const returns::FormSection& section, Instant now) {
  Errors errors;
  if (auto done = save_grants(tx, form, board, section, errors); !done) return done.problem();
  if (auto done = save_new(tx, form, workspace, board, section, now, errors); !done) {
    return done.problem();
  }
  return errors;
}

}  // namespace onereturn::gateway::pages
