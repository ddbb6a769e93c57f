#include <charconv>

#include "domain/evaluation/release_evaluation.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "domain/evaluation/second_look.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/evaluation/evaluation_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/evaluation_finish.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

http::Response finish(RequestContext& context, const std::vector<views::PageError>& errors,
                      int status, const std::string& note = {},
                      std::optional<std::string> summary = std::nullopt) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  if (!bench->facts.evaluation) {
    return http::Response::see_other(views::evaluation_path(*bench));
  }
  return framed(context, "pages/evaluate_finish",
                views::finish_page(
                    {.bench = *bench,
                     .looker = looker_of(context),
                     .today = day_in_england(context.now()),
                     .saved_note = note.empty() ? saved_note(context) : note,
                     .typed = {std::move(summary), context.field("words"), context.field("answer"),
                               context.field("name"), context.field("position")},
                     .errors = errors}),
                "/returns", status);
}

std::string finish_path(const RequestContext& context) {
  return "/returns/" + context.path("return") + "/evaluation/finish";
}

// Done, or the page again with what is wrong and everything that was typed.
http::Response answered(RequestContext& context, const Result<Done>& done, const char* saved) {
  if (done) return http::Response::see_other(finish_path(context) + "?saved=" + saved);
  const auto code = done.problem().code;
  if (code == ProblemCode::invalid) return finish(context, errors_by_field(done.problem()), 422);
  if (code == ProblemCode::conflict) return finish(context, errors_by_field(done.problem()), 409);
  return refuse(context, done.problem());
}

int number_in(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 ? number : 0;
}

// The words about the whole stand in the same form as the buttons that send and release: they are
// saved first, whichever is pressed. An answer when they could not be.
std::optional<http::Response> summary_refused(RequestContext& context) {
  const auto id = evaluated_return(context);
  const auto of = evaluation::EvaluationId::parse(context.field("evaluation"));
  const auto words = context.field("comment");
  const int version = number_in(context.field("version"));
  if (!id || !of || (words.empty() && version == 0)) return std::nullopt;
  evaluation::Judgement judgement;
  judgement.comment = words;
  const auto saved = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::save_grade(tx,
                                  {.of_return = *id,
                                   .evaluation = *of,
                                   .key = evaluation::summary_key,
                                   .base_version = version,
                                   .judgement = judgement},
                                  context.now());
  });
  if (!saved) {
    // Released or sent on meanwhile: what was pressed says so itself.
    if (saved.problem().code == ProblemCode::conflict) return std::nullopt;
    if (saved.problem().code != ProblemCode::invalid) return refuse(context, saved.problem());
    return finish(context, errors_by_field(saved.problem()), 422, {}, words);
  }
  if (!saved->overtaken) return std::nullopt;
  return finish(context,
                {{"comment", saved->overtaken->by_name + " saved other words here meanwhile: “" +
                                 saved->overtaken->comment +
                                 "” Yours are in the box. Put together what is to stand"}},
                409, {}, words);
}

}  // namespace

http::Response show_finish(RequestContext& context) { return finish(context, {}, 200); }

http::Response second_look(RequestContext& context) {
  const auto go = context.field("go");
  if (go == "send") {
    if (auto refused = summary_refused(context)) return std::move(*refused);
  }
  const auto done = for_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    if (go == "take_back") return evaluation::take_back(tx, id, context.now());
    if (go == "agree" || go == "hand_back") {
      return evaluation::answer_second_look(tx, id, go == "agree", context.field("answer"),
                                            context.now());
    }
    return evaluation::send_for_second_look(tx, id, context.field("words"), context.now());
  });
  return answered(context, done,
                  go == "take_back"   ? "taken_back"
                  : go == "agree"     ? "agreed"
                  : go == "hand_back" ? "handed_back"
                                      : "second_look");
}

http::Response release_evaluation(RequestContext& context) {
  const auto id = evaluated_return(context);
  if (!id) return not_found(context);
  const auto known = number_in(context.field("known"));
  if (auto refused = summary_refused(context)) return std::move(*refused);
  const auto outcome = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::release_evaluation(tx, *id, known, context.now());
  });
  if (!outcome) {
    if (outcome.problem().code != ProblemCode::invalid) return refuse(context, outcome.problem());
    return finish(context, {{"missing", outcome.problem().detail}}, 422);
  }
  if (outcome->already) {
    return finish(context, {}, 200,
                  outcome->line.by_name + " released it already, on " +
                      to_words_with_time(outcome->line.at) + ". Nothing was released twice.");
  }
  return http::Response::see_other(finish_path(context) + "?saved=released");
}

http::Response correct_release(RequestContext& context) {
  return answered(context,
                  for_return(context,
                             [&](postgres::BoardTx& tx, const ReturnId& id) {
                               return evaluation::correct_release(tx, id, context.now());
                             }),
                  "correcting");
}

http::Response sign_off(RequestContext& context) {
  return answered(context,
                  for_return(context,
                             [&](postgres::BoardTx& tx, const ReturnId& id) {
                               return evaluation::sign_off_for_board(tx, id, context.field("name"),
                                                                     context.field("position"),
                                                                     context.now());
                             }),
                  "signed_off");
}

}  // namespace onereturn::gateway::pages
