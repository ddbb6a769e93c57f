#include "domain/evaluation/begin_evaluation.hpp"
#include "domain/evaluation/give_work.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/evaluation/evaluation_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"

namespace onereturn::gateway::pages {
namespace {

http::Response overview(RequestContext& context, const std::vector<views::PageError>& errors,
                        int status) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  return framed(context, "pages/evaluation",
                views::evaluation_page({.bench = *bench,
                                        .looker = looker_of(context),
                                        .today = day_in_england(context.now()),
                                        .saved_note = saved_note(context),
                                        .errors = errors}),
                "/returns", status);
}

std::string overview_path(const RequestContext& context) {
  return "/returns/" + context.path("return") + "/evaluation";
}

}  // namespace

http::Response show_evaluation(RequestContext& context) { return overview(context, {}, 200); }

http::Response begin_evaluation(RequestContext& context) {
  const auto done = for_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    return evaluation::begin_evaluation(tx, id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other(overview_path(context));
}

http::Response give_evaluation(RequestContext& context) {
  const auto typed = context.field("person");
  const auto section = context.field("section");
  const auto person = PersonId::parse(typed);
  if (!typed.empty() && !person) {
    return overview(context, {{"person", "Choose one of your board’s managers and assistants"}},
                    422);
  }
  const auto done = for_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    return evaluation::give_work(tx, id, section, person, context.now());
  });
  if (!done && done.problem().code == ProblemCode::invalid) {
    return overview(context, errors_by_field(done.problem()), 422);
  }
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other(overview_path(context) + "?saved=given");
}

}  // namespace onereturn::gateway::pages
