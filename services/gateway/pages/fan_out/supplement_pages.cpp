#include "gateway/pages/fan_out/supplement_pages.hpp"

#include <charconv>

#include "domain/fan_out/supplements.hpp"
#include "domain/questions/question_rules.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/supplement.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

http::Response supplement_page(RequestContext& context, const ReturnId& id,
                               views::TypedOfferDecision typed, int status) {
  const auto read = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return fan_out::open_supplement(tx, id, context.now());
  });
  if (!read) return refuse(context, read.problem());
  const bool decides = questions::may_answer(context.session().role);
  auto page = views::supplement_page(*read, decides, typed);
  const auto saved = context.request().query.get("saved");
  page.set("saved_note", saved == "accepted"
                             ? html::Data("Accepted. It is what you work with from now on.")
                         : saved == "declined" ? html::Data("Declined. The agency reads why.")
                                               : html::Data());
  return framed(context, "pages/supplement", std::move(page), "/returns", status);
}

std::optional<int> version_in(const RequestContext& context) {
  const auto text = context.field("version");
  int version = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
  if (read.ec != std::errc{} || version < 1) return std::nullopt;
  return version;
}

}  // namespace

http::Response show_supplement(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  if (!id) return not_found(context);
  return supplement_page(context, *id, {}, 200);
}

http::Response decide_supplement(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  const auto version = version_in(context);
  if (!id || !version) return not_found(context);
  const fan_out::DecideSupplement command{*id, *version, context.field("go") == "accept",
                                          context.field("words")};
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return fan_out::decide_supplement(tx, command, context.now());
  });
  if (done) {
    context.services().wake.ring("tell_of_supplement");
    return http::Response::see_other("/returns/" + id->text() + "/supplement?saved=" +
                                     (command.accepts ? "accepted" : "declined"));
  }
  const auto& problem = done.problem();
  const bool overtaken = problem.key == "decided-meanwhile";
  if (problem.code != ProblemCode::invalid && !overtaken) return refuse(context, problem);
  views::TypedOfferDecision typed{command.words, overtaken ? problem.detail : "", {}};
  for (const auto& field : problem.fields)
    typed.errors.push_back({field.field, field.message});
  return supplement_page(context, *id, std::move(typed), overtaken ? 409 : 422);
}

}  // namespace onereturn::gateway::pages
