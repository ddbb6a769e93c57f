#include "domain/evidence/evidence_asks.hpp"
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

struct Everything {
  std::vector<evidence::Piece> pieces;
  std::vector<evidence::Ask> asks;
  evidence::AskEnds ends;
  views::BoardNames boards;
};

Result<Everything> everything(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) -> Result<Everything> {
        return Everything{evidence::load_pieces(tx, std::nullopt),
                          evidence::load_asks(tx, std::nullopt), evidence::ends_of_asks(tx),
                          views::names_of(evidence::load_boards(tx))};
      });
}

// What boards asked for: one of it, or all.
struct Asks {
  std::vector<evidence::Ask> list;
  evidence::AskEnds ends;
};

Result<Asks> read_asks(RequestContext& context, const std::optional<evidence::AskId>& one) {
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Asks> {
    return Asks{evidence::load_asks(tx, one), evidence::ends_of_asks(tx)};
  });
}

Result<Asks> ask_in_path(RequestContext& context) {
  const auto id = evidence::AskId::parse(context.path("ask"));
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  auto asks = read_asks(context, id);
  if (asks && asks->list.empty()) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return asks;
}

http::Response ask_response(RequestContext& context, const Asks& asks,
                            const std::vector<views::PageError>& errors) {
  const bool may = identity::may_choose(context.session().role);
  const auto& ask = asks.list.front();
  return framed(
      context, "pages/evidence_ask",
      views::ask_page(ask, views::end_of(asks.ends, ask.ask), context.field("answer"), errors, may),
      "/evidence", errors.empty() ? 200 : 422);
}

}  // namespace

http::Response show_evidence(RequestContext& context) {
  const auto all = everything(context);
  if (!all) return refuse(context, all.problem());
  auto page = views::evidence_page(
      all->pieces, all->asks, all->ends, all->boards, day_in_england(context.now()),
      identity::may_write(context.session().role), context.session().unit);
  page.set("saved_note", Data::text_or_no(evidence_note(context)));
  return framed(context, "pages/evidence", std::move(page), "/evidence");
}

http::Response show_who_gets_what(RequestContext& context) {
  const auto all = everything(context);
  if (!all) return refuse(context, all.problem());
  return framed(context, "pages/evidence_boards",
                views::who_gets_what_page(all->pieces, all->boards), "/evidence");
}

http::Response show_all_asks(RequestContext& context) {
  const auto asks = read_asks(context, std::nullopt);
  if (!asks) return refuse(context, asks.problem());
  return framed(context, "pages/evidence_asked",
                views::all_asks_page(asks->list, asks->ends, day_in_england(context.now())),
                "/evidence");
}

http::Response show_ask(RequestContext& context) {
  const auto asks = ask_in_path(context);
  return asks ? ask_response(context, *asks, {}) : refuse(context, asks.problem());
}

http::Response answer_ask(RequestContext& context) {
  const auto asks = ask_in_path(context);
  if (!asks) return refuse(context, asks.problem());
  auto& upload = upload_of(context);
  const auto file = upload.look(upload.file_name());
  if (!file) return ask_response(context, *asks, page_errors(file.problem()));
  const auto done =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        auto answered = evidence::answer_evidence_ask(
            tx, asks->list.front().ask, {*file, context.field("answer"), context.now()});
        if (answered && *file) upload.keep(tx.actor().party);
        return answered;
      });
  if (!done && is_of_form(done.problem())) {
    return ask_response(context, *asks, page_errors(done.problem()));
  }
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/evidence?saved=answered");
}

}  // namespace onereturn::gateway::pages
