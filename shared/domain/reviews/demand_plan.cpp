#include "domain/reviews/demand_plan.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/reviews/plan_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::reviews {
namespace {

Problem not_found() { return {ProblemCode::not_found, "not-found", "There is no such plan here."}; }

Problem nothing_done() {
  return {ProblemCode::invalid, "validation", "Some of this needs another look.", {}};
}

Problem conflict(std::string words) {
  return {ProblemCode::conflict, "changed-meanwhile", std::move(words)};
}

// The plan, when the version on the page is its newest and waits for an answer.
Result<Plan> plan_to_answer(postgres::BoardTx& tx, const PlanId& id, int offer, Date today) {
  auto plan = find_plan(tx, id);
  if (!plan || plan->offers.empty()) return not_found();
  const auto state = state_of(*plan, today);
  if (state == PlanState::withdrawn) return conflict("This demand was withdrawn meanwhile.");
  const auto& newest = plan->offers.front();
  if (newest.number != offer) {
    return conflict("They have offered a newer version meanwhile. Look at it first.");
  }
  if (newest.answer) return conflict("A colleague has answered this version already.");
  return std::move(*plan);
}

Result<Done> answer(postgres::BoardTx& tx, const PlanId& plan, int offer,
                    const PlanAnswer& answer) {
  try {
    insert_answer(tx, plan, offer, answer);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "plan_answer_key") throw;
    return conflict("A colleague has answered this version already.");
  }
  audit_log::record(tx, {answer.ratified ? "plan.ratified" : "plan.asked_again", "plan",
                         plan.text(), "version " + std::to_string(offer)});
  return Done{};
}

}  // namespace

Result<PlanId> demand_plan(postgres::BoardTx& tx, const DemandPlan& asked) {
  auto command = asked;
  auto problem = nothing_done();
  check_plan_words(problem, command.words, false);
  check_plan_due(problem, command.due_on, day_in_england(command.at));
  if (!problem.fields.empty()) return problem;
  if (find_plan(tx, command.plan)) return command.plan;
  try {
    if (!insert_plan(tx, command)) {
      return Problem{ProblemCode::not_found, "not-found", "There is no such return here."};
    }
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "plan_open_once") throw;
    return Problem{ProblemCode::conflict, "conflict",
                   "A plan after this return is demanded already."};
  }
  audit_log::record(
      tx, {"plan.demanded", "return", command.return_id.text(), "by " + to_iso(*command.due_on)});
  return command.plan;
}

std::vector<Plan> list_plans(postgres::BoardTx& tx, const std::optional<ReturnId>& of) {
  return load_plans(tx, of);
}

Result<Plan> read_plan(postgres::BoardTx& tx, const PlanId& plan) {
  auto found = find_plan(tx, plan);
  if (!found) return not_found();
  return std::move(*found);
}

Result<Done> ratify_plan(postgres::BoardTx& tx, const PlanId& id, int offer,
                         const Ratification& asked, Instant at) {
  const auto today = day_in_england(at);
  const auto plan = plan_to_answer(tx, id, offer, today);
  if (!plan) return plan.problem();
  auto ratified = asked;
  auto problem = nothing_done();
  check_ratification(problem, ratified, plan->offers.front(), today);
  if (!problem.fields.empty()) return problem;
  const auto done = answer(tx, id, offer,
                           {.ratified = true,
                            .by_group = ratified.by_group,
                            .on_day = ratified.on_day,
                            .minute_ref = ratified.minute_ref,
                            .words = {},
                            .due_on = {},
                            .at = at});
  if (done) mark_ratified(tx, id, ratified);
  return done;
}

Result<Done> ask_for_plan_again(postgres::BoardTx& tx, const PlanId& id, int offer,
                                const AskAgain& asked, Instant at) {
  const auto today = day_in_england(at);
  const auto plan = plan_to_answer(tx, id, offer, today);
  if (!plan) return plan.problem();
  auto again = asked;
  auto problem = nothing_done();
  check_plan_words(problem, again.words, true);
  check_plan_due(problem, again.due_on, today);
  if (!problem.fields.empty()) return problem;
  return answer(tx, id, offer,
                {.ratified = false,
                 .by_group = {},
                 .on_day = {},
                 .minute_ref = {},
                 .words = again.words,
                 .due_on = again.due_on,
                 .at = at});
}

Result<Done> withdraw_plan(postgres::BoardTx& tx, const PlanId& id, Instant at) {
  const auto plan = find_plan(tx, id);
  if (!plan) return not_found();
  if (!mark_withdrawn(tx, id, at)) return conflict("It is ratified or withdrawn already.");
  audit_log::record(tx, {"plan.withdrawn", "plan", id.text(), ""});
  return Done{};
}

}  // namespace onereturn::reviews
