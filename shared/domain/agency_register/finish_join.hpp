#pragma once

#include <optional>

#include "base/date.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::agency_register {

// The board's side of an agency's consent: the entry, and the requests that waited for it, point to
// the agency's room; the job is closed. All of it or nothing. Throws StaleFence when another worker
// holds the job by now. The trail says that it was `now`.
void finish_join(postgres::Database& database, const postgres::JobLease& lease,
                 const std::optional<Instant>& now = std::nullopt);

}  // namespace onereturn::agency_register
