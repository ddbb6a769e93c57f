#include "worker/jobs/actions/carry_progress.hpp"

#include "domain/actions/answer_by_mail.hpp"

namespace onereturn::worker {

void carry_progress(const postgres::ClaimedJob& job, Services& services) {
  actions::carry_progress(services.database, job.lease);
}

void take_action_answer(const postgres::ClaimedJob& job, Services& services) {
  actions::take_action_answer(services.database, job.lease);
}

}  // namespace onereturn::worker
