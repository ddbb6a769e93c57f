#include "gateway/pages/evaluation/evaluation_support.hpp"

#include "domain/evaluation/read_evaluation.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

std::optional<ReturnId> evaluated_return(const RequestContext& context) {
  return ReturnId::parse(context.path("return"));
}

views::Looker looker_of(const RequestContext& context) {
  return {context.session().person, context.session().role};
}

Result<evaluation::Workbench> open_bench(RequestContext& context, const std::string& key) {
  const auto id = evaluated_return(context);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::open_evaluation(tx, *id, key, context.now());
  });
}

Result<Done> for_return(RequestContext& context, const ForBoard& act) {
  const auto id = evaluated_return(context);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(context.token(),
                                     [&](postgres::BoardTx& tx) { return act(tx, *id); });
}

std::optional<evaluation::Subject> subject_in_path(const RequestContext& context,
                                                   const evaluation::Workbench& bench) {
  const auto& place = context.path("item");
  if (place == "summary") return views::whole_return();
  const auto* subject = bench.find(place);
  return subject == nullptr ? std::nullopt : std::optional(*subject);
}

std::vector<views::PageError> errors_by_field(const Problem& problem) {
  std::vector<views::PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  if (errors.empty()) errors.push_back({"main", problem.detail});
  return errors;
}

}  // namespace onereturn::gateway::pages
