#pragma once

#include "platform/postgres/database.hpp"

namespace onereturn::postgres {

// Announces the reminders of the boards whose moment has come by that time of the service's own
// clock, once however many workers ask. Answers how many boards.
// Throws StoreUnavailable, OutcomeUnknown.
int announce_chases(Database& database, Instant now);

}  // namespace onereturn::postgres
