#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Queues what a board's schedule says for this moment, and asks to be woken for the next.
void chase(const postgres::ClaimedJob& job, Services& services);

// Hands one reminder to the mail server, if it is still to go. It says an address of its own to
// come back to. A mail may go twice, with the same Message-ID; it is never forgotten.
// Throws JobPostponed while there is no mail server, or it is away.
void send_chase(const postgres::ClaimedJob& job, Services& services);

// Marks a reminder that came back, and its contact.
void note_bounce(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
