#include "gateway/pages/notifications/telling.hpp"

#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/tell_leads.hpp"

namespace onereturn::gateway::pages {

using notifications::AskedOf;
using notifications::holidays_of_england;

int tell_of_wave(postgres::BoardTx& tx, const AuditId& wave, Instant now) {
  return notifications::tell_of_wave(tx, holidays_of_england(), wave, now).not_joined;
}

void tell_of_asking(postgres::BoardTx& tx, const std::vector<RequestId>& requests, Instant now) {
  notifications::tell_of_requests(tx, holidays_of_england(), requests, now);
}

void tell_of_evidence(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  notifications::tell_of_return(tx, holidays_of_england(), id, AskedOf::evidence, {}, now);
}

void tell_of_plan(postgres::BoardTx& tx, const ReturnId& id, const std::optional<Date>& due_on,
                  Instant now) {
  notifications::tell_of_return(tx, holidays_of_england(), id, AskedOf::plan, due_on, now);
}

}  // namespace onereturn::gateway::pages
