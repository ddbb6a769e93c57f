#include <charconv>

#include "domain/evidence/evidence_asks.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using evidence::AskStanding;

constexpr const char* place = "/returns";

std::optional<AskStanding> standing_asked(const RequestContext& context) {
  const auto& words = evidence::standing_words;
  const auto asked = context.request().query.get("state");
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (asked == words.at(at)) return static_cast<AskStanding>(at);
  }
  return std::nullopt;
}

int page_asked(const RequestContext& context) {
  const auto text = context.request().query.get("page");
  int page = 1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), page);
  constexpr int pages_max = 10'000;
  const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return good && page >= 1 && page <= pages_max ? page : 1;
}

Result<evidence::AskedPiece> piece_in_path(RequestContext& context) {
  const auto ask = evidence::AskId::parse(context.path("ask"));
  if (!ask) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evidence::read_asked_piece(tx, *ask, day_in_england(context.now()));
  });
}

bool runs_the_board(const RequestContext& context) {
  const auto& role = context.session().role;
  return role == "manager" || role == "assistant";
}

http::Response piece_page(RequestContext& context, const evidence::AskedPiece& piece,
                          const views::TypedDecision& typed, int status = 200) {
  views::FileStandings standings;
  note_standing(standings, context.services().evidence.get(), piece.ask.agency, piece.ask.sha256);
  return framed(context, "pages/asked_piece",
                views::asked_piece_page(piece, standings, day_in_england(context.now()),
                                        runs_the_board(context), typed),
                place, status);
}

}  // namespace

http::Response show_asked_pieces(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto only = standing_asked(context);
  const auto page = page_asked(context);
  const auto asked = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<evidence::AskedPieces> {
        return evidence::list_asked_pieces(tx, today, only, (page - 1) * views::asked_on_a_page,
                                           views::asked_on_a_page);
      });
  if (!asked) return refuse(context, asked.problem());
  return framed(context, "pages/asked_pieces", views::asked_pieces_page(*asked, today, only, page),
                place);
}

http::Response show_asked_piece(RequestContext& context) {
  const auto piece = piece_in_path(context);
  return piece ? piece_page(context, *piece, {}) : refuse(context, piece.problem());
}

http::Response decide_on_piece(RequestContext& context) {
  const auto piece = piece_in_path(context);
  if (!piece) return refuse(context, piece.problem());
  views::TypedDecision typed{context.field("reason"),
                             context.field("again") == "yes",
                             views::typed_date(context.request().form, "due"),
                             {}};
  const bool accepted = context.field("decision") == "accept";
  const auto due = views::read_date(typed.due);
  if (!accepted && typed.again && !due.error.empty()) typed.errors.push_back({"due", due.error});
  if (typed.errors.empty()) {
    const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      const bool again = !accepted && typed.again;
      auto decided = evidence::decide_on_evidence(
          tx, piece->ask.ask, {accepted, typed.reason, again, due.date, context.now()});
      if (decided && again) tell_of_evidence(tx, piece->return_id, context.now());
      return decided;
    });
    if (done) return http::Response::see_other("/evidence-asked/" + piece->ask.ask.text());
    if (!is_of_form(done.problem())) return refuse(context, done.problem());
    typed.errors = page_errors(done.problem());
  }
  return piece_page(context, *piece, typed, 422);
}

}  // namespace onereturn::gateway::pages
