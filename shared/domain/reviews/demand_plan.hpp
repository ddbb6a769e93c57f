#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reviews/plan.hpp"
#include "domain/reviews/plan_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The board's side of plans.
namespace onereturn::reviews {

// The plan's own id comes with the form, so that a button pressed twice demands once.
struct DemandPlan {
  PlanId plan;
  ReturnId return_id;
  std::string words;
  std::optional<Date> due_on;
  Instant at;
};
// Refuses with invalid (words, due); with not_found for a return that is not here or whose agency
// has not joined; with conflict when a plan after this return is demanded already.
Result<PlanId> demand_plan(postgres::BoardTx& tx, const DemandPlan& command);

// Of one return, or all: the newest demanded first, each with its newest version alone.
std::vector<Plan> list_plans(postgres::BoardTx& tx, const std::optional<ReturnId>& of);
Result<Plan> read_plan(postgres::BoardTx& tx, const PlanId& plan);

// Both answer the version that was on the page. They refuse with not_found, with invalid, and with
// conflict when it was answered, a newer one was offered, or the demand was withdrawn meanwhile.
Result<Done> ratify_plan(postgres::BoardTx& tx, const PlanId& plan, int offer,
                         const Ratification& ratified, Instant at);
struct AskAgain {
  std::string words;
  std::optional<Date> due_on;
};
Result<Done> ask_for_plan_again(postgres::BoardTx& tx, const PlanId& plan, int offer,
                                const AskAgain& again, Instant at);

// Refuses with not_found; with conflict when it is ratified or withdrawn already.
Result<Done> withdraw_plan(postgres::BoardTx& tx, const PlanId& plan, Instant at);

}  // namespace onereturn::reviews
