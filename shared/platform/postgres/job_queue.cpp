#include "platform/postgres/job_queue.hpp"

namespace onereturn::postgres {
namespace {

constexpr Statement claim_jobs{"jobs.claim",
                               "select job_id, fence, kind, tries, caused_by"
                               " from jobs.claim($1::int, make_interval(secs => $2::int))"};
constexpr Statement claim_one_paper{"jobs.claim_paper",
                                    "select job_id, fence, kind, tries, caused_by"
                                    " from jobs.claim_paper($1, make_interval(secs => $2::int))"};
constexpr Statement fail_job{"jobs.fail", "select jobs.fail($1::uuid, $2::bigint, $3) as state"};
constexpr Statement postpone_job{
    "jobs.postpone",
    "select jobs.postpone($1::uuid, $2::bigint, make_interval(secs => $3::int), $4) as postponed"};
constexpr Statement release_job{"jobs.release",
                                "select jobs.release($1::uuid, $2::bigint) as released"};
constexpr Statement keep_house_now{"jobs.keep_house",
                                   "select jobs.housekeep() + identity.housekeep() as removed"};
constexpr Statement sweep_jobs{"jobs.sweep", "select jobs.sweep() as changed"};

constexpr Statement announce_now{"jobs.announce_woken",
                                 "select jobs.announce_woken($1::date) as announced"};
constexpr Statement announce_unsealed{
    "jobs.announce_trails",
    "select jobs.announce_trails(make_interval(secs => $1::int)) as announced"};
constexpr Statement announce_uncounted{
    "jobs.announce_progress",
    "select jobs.announce_progress(make_interval(secs => $1::int)) as announced"};
constexpr Statement wake_one{"jobs.wake_agency", "select jobs.wake_agency($1::uuid, $2::date)"};

ClaimedJob claimed_from(const Row& row) {
  return {.lease = {.job = row.id<JobId>("job_id"), .fence = row.integer("fence")},
          .kind = row.text("kind"),
          .tries = row.number("tries"),
          .caused_by = row.text_if("caused_by").value_or("")};
}

}  // namespace

std::vector<ClaimedJob> JobQueue::claim(int count_max, std::chrono::seconds lease) {
  std::vector<ClaimedJob> jobs;
  for (const Row row : database_.call(claim_jobs, count_max, lease.count()))
    jobs.push_back(claimed_from(row));
  return jobs;
}

std::optional<ClaimedJob> JobQueue::claim_paper(const std::string& kind,
                                                std::chrono::seconds lease) {
  const auto rows = database_.call(claim_one_paper, kind, lease.count());
  if (rows.empty()) return std::nullopt;
  return claimed_from(rows.one());
}

std::optional<std::string> JobQueue::fail(const JobLease& lease, const std::string& reason) {
  return database_.call(fail_job, lease.job, lease.fence, reason).one().text_if("state");
}

bool JobQueue::postpone(const JobLease& lease, std::chrono::seconds delay,
                        const std::string& reason) {
  return database_.call(postpone_job, lease.job, lease.fence, delay.count(), reason)
      .one()
      .boolean("postponed");
}

bool JobQueue::release(const JobLease& lease) {
  return database_.call(release_job, lease.job, lease.fence).one().boolean("released");
}

int JobQueue::sweep() { return database_.call(sweep_jobs).one().number("changed"); }

int JobQueue::announce_woken(Date today) {
  return database_.call(announce_now, today).one().number("announced");
}

void JobQueue::wake_agency(const PartyId& agency, Date day) {
  database_.call(wake_one, agency, day);
}

int JobQueue::announce_trails(std::chrono::seconds delay) {
  return database_.call(announce_unsealed, delay.count()).one().number("announced");
}

int JobQueue::announce_progress(std::chrono::seconds delay) {
  return database_.call(announce_uncounted, delay.count()).one().number("announced");
}

std::int64_t JobQueue::keep_house() {
  return database_.call(keep_house_now).one().integer("removed");
}

}  // namespace onereturn::postgres
