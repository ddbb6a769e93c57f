#include "domain/returns/change_request.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/returns/asking_rules.hpp"
#include "domain/returns/asking_store.hpp"

namespace onereturn::returns {

namespace {

Problem no_such_request() {
  return {ProblemCode::not_found, "not-found", "There is no such request here."};
}

Problem answered() {
  return {ProblemCode::conflict, "answered", "The return has arrived: nothing is left to change."};
}

// The request, held for this transaction.
Result<AskedRequest> request_to_change(postgres::BoardTx& tx, const RequestId& request) {
  if (tx.actor().role != "manager") {
    return Problem{ProblemCode::forbidden, "not-permitted", "Only a board manager changes this."};
  }
  if (!lock_request(tx, request)) return no_such_request();
  auto found = load_asked(tx, std::nullopt, request);
  if (found.empty()) return no_such_request();
  if (found.front().state == AskedState::received) return answered();
  return std::move(found.front());
}

}  // namespace

Result<RequestWithChanges> read_asked(postgres::BoardTx& tx, const RequestId& request) {
  auto found = load_asked(tx, std::nullopt, request);
  if (found.empty()) return no_such_request();
  name_places(tx, found);
  return RequestWithChanges{std::move(found.front()), load_changes(tx, request)};
}

Result<Done> change_due_date(postgres::BoardTx& tx, const RequestId& request,
                             const std::optional<Date>& due_on, Instant at) {
  const auto now = request_to_change(tx, request);
  if (!now) return now.problem();
  if (now->state == AskedState::withdrawn) {
    return Problem{ProblemCode::conflict, "withdrawn", "This request is withdrawn."};
  }
  if (due_on && *due_on == now->due_on) return Done{};
  const auto fault = due_fault(due_on, day_in_england(at));
  if (!fault.empty()) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Correct what is named and try again.",
                   {{"due", fault}}};
  }
  write_change(tx, request, *due_on, "open", at);
  audit_log::record(tx, {"request.due_changed", "request", request.text(),
                         to_iso(now->due_on) + " to " + to_iso(*due_on)});
  return Done{};
}

Result<Done> withdraw_request(postgres::BoardTx& tx, const RequestId& request, Instant at) {
  const auto now = request_to_change(tx, request);
  if (!now) return now.problem();
  if (now->state == AskedState::withdrawn) return Done{};
  write_change(tx, request, now->due_on, "withdrawn", at);
  audit_log::record(tx, {"request.withdrawn", "request", request.text()});
  return Done{};
}

}  // namespace onereturn::returns
