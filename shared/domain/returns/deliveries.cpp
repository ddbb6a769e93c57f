#include "domain/returns/deliveries.hpp"

#include "domain/identity/roles.hpp"
#include "domain/returns/submission_store.hpp"

namespace onereturn::returns {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not see what was sent."};
}

}  // namespace

Result<std::vector<Delivery>> list_deliveries(postgres::AgencyTx& tx) {
  if (!identity::may_read(tx.actor().role)) return not_permitted();
  std::vector<Delivery> all;
  for (auto& receipt : read_deliveries(tx, std::nullopt, std::nullopt)) {
    all.push_back(std::move(receipt.delivery));
  }
  return all;
}

Result<Receipt> receipt_of(postgres::AgencyTx& tx, const SubmissionId& submission,
                           const RequestId& request) {
  if (!identity::may_read(tx.actor().role)) return not_permitted();
  auto found = read_deliveries(tx, submission, request);
  if (found.empty() || !found.front().delivery.delivered_at) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such receipt here."};
  }
  found.front().agency_name = tx.actor().party_name;
  return std::move(found.front());
}

}  // namespace onereturn::returns
