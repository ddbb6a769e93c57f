#include "worker/work_loop.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "platform/postgres/wakings.hpp"
#include "worker/anchor_trails.hpp"
#include "worker/jobs/evidence/look_after_evidence.hpp"
#include "worker/run_job.hpp"

namespace onereturn::worker {

class WorkLoop::State {
 public:
  State(Settings settings, const std::vector<JobKind>& kinds, Services& services)
      : settings_(std::move(settings)),
        kinds_(kinds),
        services_(services),
        queue_(services.database) {
    running_ = services_.metrics.gauge("onereturn_jobs_running");
    for (std::size_t at = 0; at < settings_.threads; ++at) {
      threads_.emplace_back([this] { work(); });
      ++working_;
    }
    for (const auto& lane : settings_.paper_lanes) {
      threads_.emplace_back([this, lane] { make_papers(lane); });
      ++working_;
    }
    threads_.emplace_back([this] { sweep(); });
    ++working_;
  }

  ~State() {
    ask_to_stop();
    for (auto& thread : threads_) {
      thread.join();
    }
  }

  void wake() {
    const std::lock_guard lock(mutex_);
    ++calls_;
    changed_.notify_all();
  }

  bool stop(std::chrono::milliseconds patience) {
    ask_to_stop();
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [&] { return working_ == 0; });
  }

 private:
  void ask_to_stop() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }

  bool stopping() {
    const std::lock_guard lock(mutex_);
    return stopping_;
  }

  std::uint64_t calls() {
    const std::lock_guard lock(mutex_);
    return calls_;
  }

  // Until somebody calls after `seen` was read, or the pause is over. Reading it before looking
  // for jobs means that a call in between is not missed.
  void wait_for_call(std::uint64_t seen) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, settings_.sweep, [&] { return stopping_ || calls_ != seen; });
  }

  void work() {
    int wanted = 1;
    while (!stopping()) {
      const auto seen = calls();
      const auto jobs = claim(wanted);
      const bool all = std::cmp_equal(jobs.size(), wanted);
      wanted = all ? std::min(2 * wanted, settings_.claim_max) : 1;
      if (jobs.empty()) {
        wait_for_call(seen);
      }
      for (const auto& job : jobs) {
        stopping() ? give_back(job) : do_job(job);
      }
    }
    finished();
  }

  void make_papers(const std::string& lane) {
    while (!stopping()) {
      const auto seen = calls();
      const auto job = claim_paper(lane);
      if (!job) {
        wait_for_call(seen);
      } else {
        stopping() ? give_back(*job) : do_job(*job);
      }
    }
    finished();
  }

  std::optional<postgres::ClaimedJob> claim_paper(const std::string& lane) noexcept {
    try {
      return queue_.claim_paper(lane, settings_.paper_lease);
    } catch (const std::exception&) {
      services_.log.warning("queue_away");
      return std::nullopt;
    }
  }

  // Without the queue there is nothing to do but to look again later.
  std::vector<postgres::ClaimedJob> claim(int count) noexcept {
    try {
      return queue_.claim(count, settings_.lease);
    } catch (const std::exception&) {
      services_.log.warning("queue_away");
      return {};
    }
  }

  void do_job(const postgres::ClaimedJob& job) {
    running_.add(1);
    (void)run_job(job, kinds_, queue_, services_);
    running_.add(-1);
  }

  void give_back(const postgres::ClaimedJob& job) noexcept {
    try {
      (void)queue_.release(job.lease);
    } catch (const std::exception&) {
      services_.log.warning("job_left", {{"job", job.lease.job.text()}});
    }
  }

  // Several workers may do it at once: what one has removed, the other does not find.
  void keep_house() {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_housekeeping_) {
      return;
    }
    if (const auto removed = queue_.keep_house(); removed > 0) {
      services_.log.info("house_kept", {{"rows", removed}});
    }
    look_into_store();
    next_housekeeping_ = now + settings_.housekeeping;
  }

  // For whoever watches: how much waits.
  void look_around() {
    const auto now = std::chrono::steady_clock::now();
    if (settings_.look && now >= next_look_) {
      next_look_ = now + settings_.look_every;
      settings_.look();
    }
  }

  // A killed gateway leaves uploads, and files that no row knows: their agencies look after them.
  void look_into_store() {
    if (services_.evidence == nullptr) {
      return;
    }
    try {
      services_.evidence->remove_abandoned(unclaimed_after);
      for (const auto& each : services_.evidence->in_custody_since(unclaimed_after)) {
        queue_.wake_agency(each.tenant, day_in_england(services_.clock()));
      }
    } catch (const storage::StorageUnavailable&) {
      services_.log.warning("store_away");
    }
  }

  void keep_trails() {
    (void)queue_.announce_trails(settings_.seal);
    (void)queue_.announce_progress(settings_.seal);
    const auto now = std::chrono::steady_clock::now();
    if (now < next_anchor_) {
      return;
    }
    anchor_trails(services_);
    next_anchor_ = now + settings_.anchor;
  }

  // Puts back what dead workers held, and wakes the others for what fell due meanwhile.
  void sweep() {
    while (!stopping()) {
      try {
        look_around();
        keep_house();
        keep_trails();
        if (queue_.announce_woken(day_in_england(services_.clock())) > 0) {
          wake();
        }
        if (postgres::announce_chases(services_.database, services_.clock()) > 0) {
          wake();
        }
        if (const int changed = queue_.sweep(); changed > 0) {
          services_.log.warning("jobs_put_back", {{"jobs", std::int64_t{changed}}});
          wake();
        }
      } catch (const std::exception&) {
        services_.log.warning("queue_away");
      }
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, settings_.sweep, [&] { return stopping_; });
    }
    finished();
  }

  void finished() {
    const std::lock_guard lock(mutex_);
    --working_;
    changed_.notify_all();
  }

  const Settings settings_;
  const std::vector<JobKind>& kinds_;
  Services& services_;
  postgres::JobQueue queue_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t calls_ = 0;
  std::chrono::steady_clock::time_point next_housekeeping_{};  // of the sweeping thread alone
  std::chrono::steady_clock::time_point next_look_{};          // of the same
  std::chrono::steady_clock::time_point next_anchor_{};        // of the same
  metrics::Gauge running_;
  std::size_t working_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

WorkLoop::WorkLoop(Settings settings, const std::vector<JobKind>& kinds, Services& services)
    : state_(std::make_unique<State>(std::move(settings), kinds, services)) {}
WorkLoop::~WorkLoop() = default;

void WorkLoop::wake() { state_->wake(); }

bool WorkLoop::stop(std::chrono::milliseconds patience) { return state_->stop(patience); }

}  // namespace onereturn::worker
