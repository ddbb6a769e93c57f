#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Takes the mail of this job, makes the secrets of its link, hands it to the mail server, and wipes
// what it was about. A mail may go twice, with the same Message-ID; it is never forgotten.
// Throws JobPostponed while there is no mail server.
void send_mail(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
