#include "worker/figures.hpp"

#include <utility>

#include "platform/watching/stores.hpp"

namespace onereturn::worker {
namespace {

using metrics::Kind;

constexpr postgres::Statement read_jobs{
    "jobs.figures", "select kind, state, jobs, oldest_ms, overdue_ms from jobs.figures()"};
constexpr postgres::Statement read_mails{
    "identity.figures", "select mails_waiting, oldest_mail_ms, locked from identity.figures()"};

double seconds(const postgres::Row& row, const char* column) {
  return static_cast<double>(row.integer(column)) / 1000;
}

const metrics::Figures& figures_of_jobs() {
  static const metrics::Figures all{
      {"onereturn_jobs_total",
       Kind::counter,
       {"kind", "outcome"},
       "Jobs that this worker ended: done, put_back, postponed, lost or left."},
      {"onereturn_job_seconds", Kind::histogram, {"kind"}, "How long a job took."},
      {"onereturn_jobs_running", Kind::gauge, {}, "Jobs that this worker does just now."},
      {"onereturn_worker_threads", Kind::gauge, {}, "Jobs that it can do at once."},
      {"onereturn_evidence_scans_total",
       Kind::counter,
       {"verdict"},
       "Files of evidence checked: clean or blocked."},
      {"onereturn_mails_total",
       Kind::counter,
       {"outcome"},
       "Mails taken up: sent, refused for good, later, or nobody to send to."},
      {"onereturn_draining", Kind::gauge, {}, "1 once it was asked to stop."},
  };
  return all;
}

const metrics::Figures& figures_of_backlog() {
  static const metrics::Figures all{
      {"onereturn_queue_jobs",
       Kind::gauge,
       {"kind", "state"},
       "Jobs in the database that are not done: waiting, running or parked. The kind deliver is "
       "the deliveries, scan_evidence the files that wait for their check."},
      {"onereturn_queue_oldest_seconds",
       Kind::gauge,
       {"kind", "state"},
       "Age of the oldest of them; of a parked one, since it was parked."},
      {"onereturn_queue_overdue_seconds",
       Kind::gauge,
       {"kind"},
       "For how long the longest due job that waits has been due."},
      {"onereturn_mails_waiting", Kind::gauge, {}, "Mails that have not gone."},
      {"onereturn_mails_oldest_seconds", Kind::gauge, {}, "Age of the oldest of them."},
      {"onereturn_sign_ins_locked",
       Kind::gauge,
       {},
       "People and networks that may not try to sign in just now, after too many wrong tries."},
      {"onereturn_backlog_read_time_seconds",
       Kind::gauge,
       {},
       "When the figures of the database were read last, since 1970."},
  };
  return all;
}

}  // namespace

const metrics::Figures& figures() {
  static const metrics::Figures all = [] {
    metrics::Figures list = figures_of_jobs();
    for (const auto* more : {&figures_of_backlog(), &watching::figures_of_stores()}) {
      list.insert(list.end(), more->begin(), more->end());
    }
    return list;
  }();
  return all;
}

Backlog::Reading Backlog::ask() {
  Reading reading;
  for (const postgres::Row row : database_.call(read_jobs)) {
    reading.jobs.push_back({row.text("kind"), row.text("state"),
                            static_cast<double>(row.integer("jobs")), seconds(row, "oldest_ms"),
                            seconds(row, "overdue_ms")});
  }
  const auto rows = database_.call(read_mails);
  const auto mails = rows.one();
  reading.mails_waiting = static_cast<double>(mails.integer("mails_waiting"));
  reading.oldest_mail = seconds(mails, "oldest_mail_ms");
  reading.locked = static_cast<double>(mails.integer("locked"));
  reading.at = std::chrono::system_clock::now();
  return reading;
}

void Backlog::read() {
  std::optional<Reading> reading;
  try {
    reading = ask();
  } catch (...) {
    const std::lock_guard lock{mutex_};
    reading_.reset();
    throw;
  }
  const std::lock_guard lock{mutex_};
  reading_ = std::move(reading);
}

void Backlog::show(metrics::Metrics& metrics) const {
  for (const auto& figure : figures_of_backlog()) {
    metrics.clear(figure.name);
  }
  const std::lock_guard lock{mutex_};
  if (!reading_) {
    return;
  }
  for (const auto& jobs : reading_->jobs) {
    const metrics::Metrics::Labels labels{{"kind", jobs.kind}, {"state", jobs.state}};
    metrics.gauge("onereturn_queue_jobs", labels).set(jobs.count);
    metrics.gauge("onereturn_queue_oldest_seconds", labels).set(jobs.oldest);
    if (jobs.state == "waiting") {
      metrics.gauge("onereturn_queue_overdue_seconds", {{"kind", jobs.kind}}).set(jobs.overdue);
    }
  }
  metrics.gauge("onereturn_mails_waiting").set(reading_->mails_waiting);
  metrics.gauge("onereturn_mails_oldest_seconds").set(reading_->oldest_mail);
  metrics.gauge("onereturn_sign_ins_locked").set(reading_->locked);
  metrics.gauge("onereturn_backlog_read_time_seconds")
      .set(std::chrono::duration<double>(reading_->at.time_since_epoch()).count());
}

}  // namespace onereturn::worker
