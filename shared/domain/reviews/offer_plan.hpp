#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reviews/plan.hpp"
#include "platform/postgres/transaction.hpp"

// The agency's side of plans.
namespace onereturn::reviews {

// What boards demand of this agency: what waits for it first.
std::vector<Plan> list_plans(postgres::AgencyTx& tx, Date today);
Result<Plan> read_plan(postgres::AgencyTx& tx, const PlanId& plan);

// The commitments that may go into the plan, those that this board has already first.
std::vector<PlanChoice> plan_choices(postgres::AgencyTx& tx, const PlanId& plan);

struct OfferPlan {
  PlanId plan;
  int after = 0;  // the version that was on the page, 0 for none
  std::string words;
  std::vector<CommitmentId> commitments;
  Instant at;
};
// "This is our plan": the ticked commitments as they stand now become the next version. Refuses
// with forbidden for a role that does not choose what boards see; with not_found; with invalid
// (words, commitments); with conflict when it is ratified, withdrawn, or a colleague offered
// meanwhile.
Result<Done> offer_plan(postgres::AgencyTx& tx, const OfferPlan& command);

}  // namespace onereturn::reviews
