#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/returns/asking.hpp"
#include "platform/postgres/transaction.hpp"

// What a board's manager may still do about a request that nobody has answered. What it was before
// is kept. Refuses with forbidden for other roles, with not_found for another board's request, with
// conflict once the return is there ("answered") or the request is withdrawn ("withdrawn").
namespace onereturn::returns {

struct RequestWithChanges {
  AskedRequest request;
  std::vector<RequestChange> changes;  // the latest first
};
// Every role of the board reads it.
Result<RequestWithChanges> read_asked(postgres::BoardTx& tx, const RequestId& request);

// The same date again changes nothing. Refuses with invalid, field "due".
Result<Done> change_due_date(postgres::BoardTx& tx, const RequestId& request,
                             const std::optional<Date>& due_on, Instant at);

// Twice is as good as once.
Result<Done> withdraw_request(postgres::BoardTx& tx, const RequestId& request, Instant at);

}  // namespace onereturn::returns
