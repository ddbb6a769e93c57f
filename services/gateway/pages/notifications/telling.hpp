#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "platform/postgres/transaction.hpp"

// What a board asks of an agency is told to those who lead there, in the transaction that asks.
namespace onereturn::gateway::pages {

// Of what was asked in a wave at this very moment. Answers how many organisations are still to
// join.
int tell_of_wave(postgres::BoardTx& tx, const AuditId& wave, Instant now);
void tell_of_asking(postgres::BoardTx& tx, const std::vector<RequestId>& requests, Instant now);
void tell_of_evidence(postgres::BoardTx& tx, const ReturnId& id, Instant now);
void tell_of_plan(postgres::BoardTx& tx, const ReturnId& id, const std::optional<Date>& due_on,
                  Instant now);

}  // namespace onereturn::gateway::pages
