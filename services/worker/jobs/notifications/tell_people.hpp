#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Mails that an answer, a question or a decision is there, to those whom it concerns.
void tell_people(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
