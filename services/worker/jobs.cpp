#include "worker/jobs.hpp"

#include "worker/jobs/actions/carry_progress.hpp"
#include "worker/jobs/agency_register/join.hpp"
#include "worker/jobs/audit_log/seal_trail.hpp"
#include "worker/jobs/evidence/look_after_evidence.hpp"
#include "worker/jobs/evidence/scan_evidence.hpp"
#include "worker/jobs/fan_out/deliver_copy.hpp"
#include "worker/jobs/notifications/chase.hpp"
#include "worker/jobs/notifications/send_mail.hpp"
#include "worker/jobs/notifications/tell_people.hpp"
#include "worker/jobs/reports/make_paper.hpp"
#include "worker/jobs/returns/count_progress.hpp"

namespace onereturn::worker {

const std::vector<JobKind>& job_kinds() {
  static const std::vector<JobKind> kinds = {
      {"carry_progress", carry_progress},
      {"chase", chase},
      {"count_progress", count_progress},
      {"deliver", deliver_copy},
      {"join", join},
      {"look_after_evidence", look_after_evidence},
      {"make_long_paper", make_paper},
      {"make_paper", make_paper},
      {"note_bounce", note_bounce},
      {"scan_evidence", scan_evidence},
      {"seal_trail", seal_trail},
      {"send_chase", send_chase},
      {"send_mail", send_mail},
      {"take_action_answer", take_action_answer},
      {"tell_of_answer", tell_people},
      {"tell_of_supplement", tell_people},
  };
  return kinds;
}

}  // namespace onereturn::worker
