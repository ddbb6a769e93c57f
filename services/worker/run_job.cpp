#include "worker/run_job.hpp"

#include <algorithm>
#include <chrono>

#include "base/ensure.hpp"
#include "base/fault.hpp"
#include "platform/postgres/cause.hpp"
#include "platform/postgres/errors.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

struct Failure {
  std::string reason;  // for agency and operator
  std::string cause;   // for the log: a type and our own words, never a value
};

// The words of the database itself may quote a row, so only names of rules and codes are kept.
Failure failure_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const JobRefused& refused) {
    return {refused.what(), "refused"};
  } catch (const postgres::StoreUnavailable&) {
    return {"The database did not answer.", "store unavailable"};
  } catch (const postgres::OutcomeUnknown&) {
    return {"The connection to the database was lost.", "outcome unknown"};
  } catch (const postgres::ConstraintViolated& violated) {
    return {"The copy does not fit the records. It has been reported.",
            "constraint " + violated.constraint()};
  } catch (const postgres::StatementFailed& failed) {
    return {"Something is wrong here, not with the return. It has been reported.",
            "sqlstate " + failed.sqlstate()};
  } catch (const BrokenInvariant& broken) {
    return {"Something is wrong here, not with the return. It has been reported.", broken.what()};
  } catch (...) {
    return {"Something is wrong here, not with the return. It has been reported.", "unknown"};
  }
}

JobHandler handler_of(const std::string& kind, const std::vector<JobKind>& kinds) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const JobKind& known) { return known.kind == kind; });
  if (found == kinds.end()) {
    throw JobRefused("This program does not know how to do it.");
  }
  return found->run;
}

log::Facts facts_of(const postgres::ClaimedJob& job) {
  log::Facts facts{{"job", job.lease.job.text()},
                   {"kind", job.kind},
                   {"fence", job.lease.fence},
                   {"try", std::int64_t{job.tries}}};
  if (!job.caused_by.empty()) facts.emplace_back("caused_by", job.caused_by);
  return facts;
}

JobOutcome put_back(const postgres::ClaimedJob& job, const Failure& failure,
                    postgres::JobQueue& queue, Services& services) noexcept {
  auto facts = facts_of(job);
  facts.emplace_back("cause", failure.cause);
  try {
    const auto state = queue.fail(job.lease, failure.reason);
    facts.emplace_back("state", state.value_or("held by another worker"));
    services.log.write(state == "parked" ? log::Level::error : log::Level::warning, "job_failed",
                       facts);
    return state ? JobOutcome::put_back : JobOutcome::lost;
  } catch (...) {
    services.log.error("job_left", facts);
    return JobOutcome::left;
  }
}

JobOutcome postpone(const postgres::ClaimedJob& job, const JobPostponed& why,
                    postgres::JobQueue& queue, Services& services) noexcept {
  auto facts = facts_of(job);
  try {
    facts.emplace_back("reason", why.what());
    const bool held = queue.postpone(job.lease, why.delay(), why.what());
    services.log.warning("job_postponed", facts);
    return held ? JobOutcome::postponed : JobOutcome::lost;
  } catch (...) {
    services.log.error("job_left", facts);
    return JobOutcome::left;
  }
}

JobOutcome do_it(const postgres::ClaimedJob& job, const std::vector<JobKind>& kinds,
                 postgres::JobQueue& queue, Services& services) noexcept {
  const auto began = std::chrono::steady_clock::now();
  try {
    FAULT("job.claimed");
    const postgres::Cause cause("", services.clock());
    handler_of(job.kind, kinds)(job, services);
  } catch (const postgres::StaleFence&) {
    services.log.warning("job_lost", facts_of(job));
    return JobOutcome::lost;
  } catch (const JobPostponed& why) {
    return postpone(job, why, queue, services);
  } catch (...) {
    return put_back(job, failure_of(std::current_exception()), queue, services);
  }
  auto facts = facts_of(job);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  facts.emplace_back("ms", took.count() * 1000);
  services.log.info("job_done", facts);
  return JobOutcome::done;
}

const char* name_of(JobOutcome outcome) {
  switch (outcome) {
    case JobOutcome::done:
      return "done";
    case JobOutcome::lost:
      return "lost";
    case JobOutcome::put_back:
      return "put_back";
    case JobOutcome::postponed:
      return "postponed";
    case JobOutcome::left:
      return "left";
  }
  return "left";
}

}  // namespace

JobOutcome run_job(const postgres::ClaimedJob& job, const std::vector<JobKind>& kinds,
                   postgres::JobQueue& queue, Services& services) noexcept {
  const auto began = std::chrono::steady_clock::now();
  const auto outcome = do_it(job, kinds, queue, services);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  try {
    services.metrics.count("onereturn_jobs_total",
                           {{"kind", job.kind}, {"outcome", name_of(outcome)}});
    services.metrics.histogram("onereturn_job_seconds", {{"kind", job.kind}}).time(took.count());
  } catch (...) {
    return outcome;
  }
  return outcome;
}

}  // namespace onereturn::worker
