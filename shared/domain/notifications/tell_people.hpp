#pragma once

#include "base/date.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::notifications {

// Something happened between a board and an agency: queues the mails to those of the job's party
// whom it concerns, and closes the job, in one round trip. Of questions and answers nobody is told
// twice on `today`. Answers how many mails. Throws StaleFence when another worker holds the job.
int tell_people(postgres::Database& database, const postgres::JobLease& lease, Date today);

}  // namespace onereturn::notifications
