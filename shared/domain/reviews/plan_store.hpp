#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/offer_plan.hpp"
#include "platform/postgres/transaction.hpp"

// The door to plans, from both sides.
namespace onereturn::reviews {

// False when the return is not here, or its agency has not joined. Throws ConstraintViolated when a
// plan is demanded already.
bool insert_plan(postgres::BoardTx& tx, const DemandPlan& command);
std::vector<Plan> load_plans(postgres::BoardTx& tx, const std::optional<ReturnId>& of);
std::vector<Plan> load_plans(postgres::AgencyTx& tx);
// With every version and its lines.
std::optional<Plan> find_plan(postgres::BoardTx& tx, const PlanId& plan);
std::optional<Plan> find_plan(postgres::AgencyTx& tx, const PlanId& plan);
// Throws ConstraintViolated when the version was answered.
void insert_answer(postgres::BoardTx& tx, const PlanId& plan, int offer, const PlanAnswer& answer);
void mark_ratified(postgres::BoardTx& tx, const PlanId& plan, const Ratification& ratified);
// False when it is ratified or withdrawn.
bool mark_withdrawn(postgres::BoardTx& tx, const PlanId& plan, Instant at);

std::vector<PlanChoice> load_choices(postgres::AgencyTx& tx, const PlanId& plan);
// Throws ConstraintViolated when there is such a version.
void insert_offer(postgres::AgencyTx& tx, const Plan& plan, int number, const std::string& words,
                  const std::vector<PlanLine>& lines, Instant at);

}  // namespace onereturn::reviews
