#include "worker/figures.hpp"

#include <utility>

#include "platform/watching/stores.hpp"

namespace onereturn::worker {
namespace {

using metrics::Kind;

const metrics::Figures& figures_of_jobs() {
  static const metrics::Figures all{
      {"onereturn_jobs_total",
       Kind::counter,
       {"kind", "outcome"},
       "Jobs that this worker ended: done, put_back, postponed, lost or left."},
      {"onereturn_job_seconds", Kind::histogram, {"kind"}, "How long a job took."},
      {"onereturn_jobs_running", Kind::gauge, {}, "Jobs that this worker does just now."},
      {"onereturn_bank_holidays_end_within_a_year",
       Kind::gauge,
       {},
       "1 when bank holidays are known for less than a year ahead."},
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
      {"onereturn_audit_sealed", Kind::gauge, {}, "Entries of the trail that are in a chain."},
      {"onereturn_audit_unsealed",
       Kind::gauge,
       {},
       "Entries that wait to be put into their chain."},
      {"onereturn_audit_oldest_unsealed_seconds", Kind::gauge, {}, "Age of the oldest of them."},
      {"onereturn_audit_oldest_unanchored_seconds",
       Kind::gauge,
       {},
       "For how long the oldest head of a chain has not stood outside the database."},
      {"onereturn_audit_gone",
       Kind::gauge,
       {},
       "Entries that went before they were sealed: somebody took them out."},
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

void begin_at_zero(metrics::Metrics& metrics, const std::vector<std::string>& kinds) {
  for (const auto& kind : kinds) {
    for (const auto* outcome : {"done", "put_back", "postponed", "lost", "left"}) {
      metrics.counter("onereturn_jobs_total", {{"kind", kind}, {"outcome", outcome}});
    }
  }
  for (const auto* verdict : {"clean", "blocked"}) {
    metrics.counter("onereturn_evidence_scans_total", {{"verdict", verdict}});
  }
  for (const auto* outcome : {"sent", "refused", "later", "nobody"}) {
    metrics.counter("onereturn_mails_total", {{"outcome", outcome}});
  }
}

void Backlog::read() {
  std::optional<Reading> reading;
  try {
    reading = {std::chrono::system_clock::now(), postgres::read_backlog(database_)};
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
  const auto& backlog = reading_->backlog;
  for (const auto& jobs : backlog.jobs) {
    const metrics::Metrics::Labels labels{{"kind", jobs.kind}, {"state", jobs.state}};
    metrics.gauge("onereturn_queue_jobs", labels).set(static_cast<double>(jobs.count));
    metrics.gauge("onereturn_queue_oldest_seconds", labels).set(jobs.oldest_seconds);
    if (jobs.state == "waiting") {
      metrics.gauge("onereturn_queue_overdue_seconds", {{"kind", jobs.kind}})
          .set(jobs.overdue_seconds);
    }
  }
  metrics.gauge("onereturn_mails_waiting").set(static_cast<double>(backlog.mails_waiting));
  metrics.gauge("onereturn_mails_oldest_seconds").set(backlog.oldest_mail_seconds);
  metrics.gauge("onereturn_sign_ins_locked").set(static_cast<double>(backlog.sign_ins_locked));
  if (const auto& trail = backlog.trail) {
    metrics.gauge("onereturn_audit_sealed").set(static_cast<double>(trail->sealed));
    metrics.gauge("onereturn_audit_unsealed").set(static_cast<double>(trail->waiting));
    metrics.gauge("onereturn_audit_oldest_unsealed_seconds").set(trail->oldest_waiting_seconds);
    metrics.gauge("onereturn_audit_oldest_unanchored_seconds")
        .set(trail->oldest_unanchored_seconds);
    metrics.gauge("onereturn_audit_gone").set(static_cast<double>(trail->gone));
  }
  metrics.gauge("onereturn_backlog_read_time_seconds")
      .set(std::chrono::duration<double>(reading_->at.time_since_epoch()).count());
}

}  // namespace onereturn::worker
