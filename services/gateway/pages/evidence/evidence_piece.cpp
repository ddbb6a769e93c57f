#include "domain/evidence/evidence_store.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/evidence/piece_store.hpp"
#include "domain/identity/roles.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/upload.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

struct WholePiece {
  evidence::Piece piece;
  std::vector<evidence::PieceVersion> versions;
  views::BoardNames boards;
  std::vector<evidence::Opening> openings;
  bool may_change = false;
};

constexpr int openings_shown = 10;

Problem nothing_there() { return {ProblemCode::not_found, "not-found", "", {}}; }

Result<WholePiece> piece_in_path(RequestContext& context) {
  const auto id = EvidenceId::parse(context.path("evidence"));
  return context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<WholePiece> {
        if (!id) return nothing_there();
        auto piece = evidence::find_piece(tx, *id);
        if (!piece) return piece.problem();
        return WholePiece{std::move(*piece), evidence::load_versions(tx, *id),
                          views::names_of(evidence::load_boards(tx)),
                          evidence::load_openings(tx, *id, openings_shown),
                          identity::may_write(tx.actor().role) && !evidence::is_shared(tx, *id)};
      });
}

// The file as an attachment, and that it was opened.
http::Response opened(RequestContext& context, const EvidenceId& piece, int version,
                      const evidence::FileFacts& file, const std::string& title) {
  auto response = attachment(context, context.session().party, file.sha256, title);
  if (!response) return not_found(context);
  const auto noted = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evidence::note_opened(tx, piece, version);
  });
  return noted ? std::move(*response) : refuse(context, noted.problem());
}

http::Response piece_response(RequestContext& context, const WholePiece& whole,
                              const http::Fields& form,
                              const std::vector<views::PageError>& errors) {
  auto page = views::piece_page(whole.piece, whole.versions, whole.boards,
                                day_in_england(context.now()), whole.may_change);
  page.set("openings", views::opening_rows(whole.openings));
  page.set("any_openings", !whole.openings.empty());
  page.set("of", Data::text_or_no(
                     views::owner_words(whole.piece, context.session().unit, whole.may_change)));
  page.merge(views::piece_fields(form, errors));
  auto note = errors.empty() ? evidence_note(context) : std::string{};
  const auto& file = whole.piece.file;
  if (file && context.request().query.get("saved") == "file") {
    if (file->scan == evidence::Scan::blocked) note.clear();
    if (file->scan == evidence::Scan::clean) note = "The file is here, and was found clean.";
  }
  page.set("saved_note", Data::text_or_no(std::move(note)));
  return framed(context, "pages/evidence_piece", std::move(page), "/evidence",
                errors.empty() ? 200 : 422);
}

// What is not in a form (the one for a new file asks less) stays as it stands.
http::Fields over(const http::Fields& standing, const http::Fields& typed) {
  http::Fields both = standing;
  for (const auto& [name, value] : typed)
    both.set(name, value);
  return both;
}

// The page again with what was typed, when the form is wrong; else the refusal.
http::Response wrong(RequestContext& context, const WholePiece& whole, const Problem& problem) {
  if (!is_of_form(problem)) return refuse(context, problem);
  return piece_response(context, whole, over(views::fields_of(whole.piece), context.request().form),
                        page_errors(problem));
}

std::vector<BoardId> boards_in_form(const RequestContext& context) {
  std::vector<BoardId> boards;
  for (const auto& text : context.request().form.all("board")) {
    if (auto board = BoardId::parse(text)) boards.push_back(std::move(*board));
  }
  return boards;
}

http::Response back_to(const evidence::Piece& piece, const char* saved) {
  return http::Response::see_other("/evidence/" + piece.evidence.text() + "?saved=" + saved);
}

http::Response preview_of_boards(RequestContext& context, const WholePiece& whole,
                                 const std::vector<BoardId>& chosen) {
  const auto pieces = context.database().as_agency(context.token(), [](postgres::AgencyTx& tx) {
    return Result(evidence::load_pieces(tx, std::nullopt));
  });
  if (!pieces) return refuse(context, pieces.problem());
  return framed(context, "pages/evidence_grant",
                views::grant_page(whole.piece, chosen, *pieces, whole.boards), "/evidence");
}

}  // namespace

http::Response show_piece(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  return piece_response(context, *whole, views::fields_of(whole->piece), {});
}

http::Response save_piece(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  const auto details = details_in_form(context);
  if (!details) return wrong(context, *whole, details.problem());
  auto written = *details;
  written.at = context.now();
  const auto today = day_in_england(context.now());
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evidence::change_details(tx, whole->piece.evidence, written, today);
  });
  return done ? back_to(whole->piece, "details") : wrong(context, *whole, done.problem());
}

http::Response save_piece_boards(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  const auto chosen = boards_in_form(context);
  if (context.field("go") != "save") return preview_of_boards(context, *whole, chosen);
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evidence::grant_evidence(tx, whole->piece.evidence, chosen);
  });
  return done ? back_to(whole->piece, "boards") : refuse(context, done.problem());
}

http::Response add_piece_version(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  auto& upload = upload_of(context);
  const auto file = upload.look(upload.file_name());
  if (!file) return wrong(context, *whole, file.problem());
  if (!*file) {
    Problem problem{ProblemCode::invalid, "validation", "", {}};
    problem.fields.push_back({"file", "Choose the new file first."});
    return wrong(context, *whole, problem);
  }
  const auto details = details_in_form(context);
  if (!details) return wrong(context, *whole, details.problem());
  auto written = file_words(*details);
  written.title = whole->piece.title;
  written.file = **file;
  written.at = context.now();
  const auto today = day_in_england(context.now());
  const auto done =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        auto added = evidence::add_version(tx, whole->piece.evidence, written, today);
        if (added) upload.keep(tx.actor().party);
        return added;
      });
  return done ? back_to(whole->piece, "file") : wrong(context, *whole, done.problem());
}

http::Response withdraw_piece(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evidence::withdraw_evidence(tx, whole->piece.evidence, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/evidence?saved=withdrawn");
}

http::Response download_piece(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  const auto& file = whole->piece.file;
  if (!file || file->scan != evidence::Scan::clean) return not_found(context);
  return opened(context, whole->piece.evidence, whole->piece.version, *file, whole->piece.title);
}

http::Response download_version(RequestContext& context) {
  const auto whole = piece_in_path(context);
  if (!whole) return refuse(context, whole.problem());
  for (const auto& each : whole->versions) {
    const bool asked = std::to_string(each.version) == context.path("version");
    if (!asked || !each.file || each.file->scan != evidence::Scan::clean) continue;
    return opened(context, whole->piece.evidence, each.version, *each.file, each.title);
  }
  return not_found(context);
}

}  // namespace onereturn::gateway::pages
