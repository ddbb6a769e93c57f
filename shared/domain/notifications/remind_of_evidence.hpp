#pragma once

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::notifications {

// Queues a mail to whoever looks after a piece of the agency's, and to its leads: thirty days
// before it runs out, and on the day; each once for each such day. One mail speaks of all pieces
// that run out on one day, and names none of them. Sees to it that it is asked again on the next
// day that matters. Answers how many mails.
Result<int> remind_of_evidence(postgres::AgencyJobTx& tx, Instant now);

}  // namespace onereturn::notifications
