#include "worker/jobs/reports/make_paper.hpp"

#include "domain/reports/make_paper.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

constexpr std::chrono::minutes until_a_converter_is_set{1};
constexpr int last_try = 5;  // after which the queue parks a job

}  // namespace

void make_paper(const postgres::ClaimedJob& job, Services& services) {
  if (!services.convert) {
    throw JobPostponed(until_a_converter_is_set, "No converter of documents is set.");
  }
  const auto made = reports::make_paper(services.database, {job.lease, job.tries >= last_try},
                                        services.convert, services.clock);
  if (!made) throw JobRefused(made.problem().detail);
}

}  // namespace onereturn::worker
