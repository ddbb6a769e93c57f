#include "domain/reviews/offer_plan.hpp"

#include <algorithm>
#include <set>

#include "domain/audit_log/record.hpp"
#include "domain/identity/roles.hpp"
#include "domain/reviews/plan_rules.hpp"
#include "domain/reviews/plan_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::reviews {
namespace {

Problem not_found() { return {ProblemCode::not_found, "not-found", "There is no such plan here."}; }

Problem conflict(std::string words) {
  return {ProblemCode::conflict, "changed-meanwhile", std::move(words)};
}

int rank_of(PlanState state) {
  switch (state) {
    case PlanState::overdue:
      return 0;
    case PlanState::asked:
      return 1;
    case PlanState::offered:
      return 2;
    case PlanState::ratified:
    case PlanState::withdrawn:
    case PlanState::closed:
      break;
  }
  return 3;
}

std::vector<PlanLine> lines_of(const std::vector<PlanChoice>& choices,
                               const std::vector<CommitmentId>& ticked) {
  const std::set<CommitmentId> wanted(ticked.begin(), ticked.end());
  std::vector<PlanLine> lines;
  for (const auto& choice : choices) {
    if (wanted.contains(choice.commitment)) lines.push_back(choice.line);
  }
  return lines;
}

}  // namespace

std::vector<Plan> list_plans(postgres::AgencyTx& tx, Date today) {
  auto plans = load_plans(tx);
  std::stable_sort(plans.begin(), plans.end(), [&](const Plan& a, const Plan& b) {
    return rank_of(state_of(a, today)) < rank_of(state_of(b, today));
  });
  return plans;
}

Result<Plan> read_plan(postgres::AgencyTx& tx, const PlanId& plan) {
  auto found = find_plan(tx, plan);
  if (!found) return not_found();
  return std::move(*found);
}

std::vector<PlanChoice> plan_choices(postgres::AgencyTx& tx, const PlanId& plan) {
  return load_choices(tx, plan);
}

Result<Done> offer_plan(postgres::AgencyTx& tx, const OfferPlan& asked) {
  if (!identity::may_choose(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted",
                   "Your lead says what is your plan for a board."};
  }
  auto command = asked;
  const auto plan = find_plan(tx, command.plan);
  if (!plan) return not_found();
  const auto state = state_of(*plan, day_in_england(command.at));
  if (state == PlanState::ratified) return conflict("The board has ratified your plan already.");
  if (state == PlanState::withdrawn) return conflict("The board does not ask for it any more.");
  const int latest = plan->offers.empty() ? 0 : plan->offers.front().number;
  if (latest != command.after) return conflict("A colleague has offered a plan meanwhile.");
  Problem problem{ProblemCode::invalid, "validation", "Nothing was sent to the board.", {}};
  check_plan_words(problem, command.words, false);
  const auto lines = lines_of(load_choices(tx, command.plan), command.commitments);
  if (lines.empty()) problem.fields.push_back({"commitments", "Tick at least one action"});
  if (!problem.fields.empty()) return problem;
  try {
    insert_offer(tx, *plan, latest + 1, command.words, lines, command.at);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "plan_offer_key") throw;
    return conflict("A colleague has offered a plan meanwhile.");
  }
  audit_log::record(
      tx, {"plan.offered", "plan", command.plan.text(), "version " + std::to_string(latest + 1)});
  return Done{};
}

}  // namespace onereturn::reviews
