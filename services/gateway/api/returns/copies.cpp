#include "domain/mapping/copy_format.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"

namespace onereturn::gateway::api {

namespace {

json::Value to_json(const returns::CheckFinding& finding) {
  return json::Object{{"key", finding.key},
                      {"rule", finding.rule},
                      {"message", finding.message},
                      {"box_no", or_null(finding.box_no)},
                      {"item", or_null(finding.item)},
                      {"requirement", or_null(finding.requirement)},
                      {"place", or_null(finding.place)},
                      {"explanation", or_null(finding.explanation)}};
}

json::Value to_json(const returns::BoardCheck& check) {
  const auto each = [](const returns::CheckFinding& finding) { return to_json(finding); };
  return json::Object{{"request", check.request.text()},
                      {"board", api::to_json(check.board)},
                      {"ready", check.ready()},
                      {"words", check.words},
                      {"boxes", check.boxes},
                      {"boxes_filled", check.boxes_filled},
                      {"promises", check.promises},
                      {"actions", check.actions},
                      {"errors", list_of(check.errors, each)},
                      {"queries", list_of(check.queries, each)}};
}

}  // namespace

http::Response get_copy(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  const auto request = request_in_path(context);
  const auto* board = request ? work->find(*request) : nullptr;
  if (board == nullptr) return refuse(context, refusal_of_type("not-found"));
  return context.json(mapping::copy_to_json(returns::preview_copy(*work, *board)));
}

http::Response get_check(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(json::Object{
      {"boards", list_of(returns::check_answers(*work),
                         [](const returns::BoardCheck& check) { return to_json(check); })}});
}

}  // namespace onereturn::gateway::api
