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
  views::BoardNames boards;
};

Result<Everything> everything(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) -> Result<Everything> {
        return Everything{evidence::load_pieces(tx, std::nullopt),
                          evidence::load_asks(tx, std::nullopt),
                          views::names_of(evidence::load_boards(tx))};
      });
}

Result<evidence::Ask> ask_in_path(RequestContext& context) {
  const auto id = evidence::AskId::parse(context.path("ask"));
  return context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<evidence::Ask> {
        const auto asks = id ? evidence::load_asks(tx, *id) : std::vector<evidence::Ask>{};
        if (asks.empty()) return Problem{ProblemCode::not_found, "not-found", "", {}};
        return asks.front();
      });
}

http::Response ask_response(RequestContext& context, const evidence::Ask& ask,
                            const std::vector<views::PageError>& errors) {
  const bool may = identity::may_choose(context.session().role);
  return framed(context, "pages/evidence_ask",
                views::ask_page(ask, context.field("answer"), errors, may), "/evidence",
                errors.empty() ? 200 : 422);
}

}  // namespace

http::Response show_evidence(RequestContext& context) {
  const auto all = everything(context);
  if (!all) return refuse(context, all.problem());
  auto page =
      views::evidence_page(all->pieces, all->asks, all->boards, day_in_england(context.now()),
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
  const auto asks = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) -> Result<std::vector<evidence::Ask>> {
        return evidence::load_asks(tx, std::nullopt);
      });
  if (!asks) return refuse(context, asks.problem());
  return framed(context, "pages/evidence_asked",
                views::all_asks_page(*asks, day_in_england(context.now())), "/evidence");
}

http::Response show_ask(RequestContext& context) {
  const auto ask = ask_in_path(context);
  return ask ? ask_response(context, *ask, {}) : refuse(context, ask.problem());
}

http::Response answer_ask(RequestContext& context) {
  const auto ask = ask_in_path(context);
  if (!ask) return refuse(context, ask.problem());
  auto& upload = upload_of(context);
  const auto file = upload.look(upload.file_name());
  if (!file) return ask_response(context, *ask, page_errors(file.problem()));
  const auto done =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        auto answered = evidence::answer_evidence_ask(
            tx, ask->ask, {*file, context.field("answer"), context.now()});
        if (answered && *file) upload.keep(tx.actor().party);
        return answered;
      });
  if (!done && is_of_form(done.problem())) {
    return ask_response(context, *ask, page_errors(done.problem()));
  }
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/evidence?saved=answered");
}

}  // namespace onereturn::gateway::pages
