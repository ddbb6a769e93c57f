#include "worker/app.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

#include "platform/redis/wake.hpp"
#include "platform/watching/stores.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::worker {
namespace {

constexpr std::chrono::milliseconds listen_max{500};
constexpr std::chrono::milliseconds away_pause{500};

std::vector<std::string> names_of(const std::vector<JobKind>& kinds) {
  std::vector<std::string> names;
  for (const auto& kind : kinds) {
    names.emplace_back(kind.kind);
  }
  return names;
}

std::vector<std::string> paper_lanes() { return {"make_paper", "make_long_paper"}; }

// What makes papers: web pages by ourselves, all else by the maker.
reports::Convert converter(const config::PaperSettings& told, log::Logger& log) {
  const auto maker = std::make_shared<const paper::Maker>(paper::converter_settings(told), log);
  return
      [maker](const documents::Document& document, reports::Format format) -> Result<std::string> {
        switch (format) {
          case reports::Format::html:
            return paper::page_of(document);
          case reports::Format::pdf:
            return paper::paper_of(document, paper::Format::pdf, *maker);
          case reports::Format::docx:
            return paper::paper_of(document, paper::Format::docx, *maker);
          case reports::Format::odt:
            return paper::paper_of(document, paper::Format::odt, *maker);
          case reports::Format::xlsx:
            return paper::paper_of(document, paper::Format::xlsx, *maker);
          case reports::Format::ods:
            return paper::paper_of(document, paper::Format::ods, *maker);
          case reports::Format::csv:
            return paper::paper_of(document, paper::Format::csv, *maker);
        }
        return paper::page_of(document);
      };
}

// Work threads, the lanes of papers and the sweeper each need a connection at the same moment.
std::size_t connections(const config::WorkerSettings& settings) {
  return std::max(settings.database_connections, settings.threads + paper_lanes().size() + 1);
}

}  // namespace

App::App(const config::WorkerSettings& settings, log::Logger& log)
    : settings_(settings),
      log_(log),
      database_({.connection = settings.database,
                 .connections_max = connections(settings),
                 .lent = settings.database_lent}),
      standing_({.connection = settings.database, .lent = settings.database_lent}),
      evidence_(settings.evidence_folder.empty() ? nullptr
                                                 : storage::open_folder(settings.evidence_folder)),
      anchors_(settings.anchors_folder.empty()
                   ? nullptr
                   : storage::open_anchor_folder(settings.anchors_folder)),
      services_{database_,       log,
                metrics_,        settings.clock.clock(),
                at_hand_,        settings.mail,
                evidence_.get(), settings.scanner,
                anchors_.get(),  converter(settings.paper, log)},
      loop_({.threads = settings.threads,
             .lease = settings.lease,
             .paper_lanes = paper_lanes(),
             .paper_lease = paper::lease_of(settings.paper),
             .sweep = settings.sweep,
             .look = settings.watch.address.empty() ? std::function<void()>{}
                                                    : [this] { backlog_.read(); },
             .seal = settings.seal,
             .anchor = settings.anchor},
            job_kinds(), services_),
      listener_([this] { listen(); }),
      watch_(settings.watch, metrics_, [this] { return ready(); }) {
  watching::say_build(metrics_, "worker");
  begin_at_zero(metrics_, names_of(job_kinds()));
  metrics_.gauge("onereturn_worker_threads").set(static_cast<double>(settings.threads));
  metrics_.before_exposition([this](metrics::Metrics& metrics) { show(metrics); });
  log_.info("worker_started", {{"threads", static_cast<std::int64_t>(settings.threads)},
                               {"redis", !settings.redis.empty()}});
}

App::~App() {
  stopping_ = true;
  listener_.join();
}

bool App::stop() {
  stopping_ = true;
  const bool in_time = loop_.stop(settings_.drain);
  log_.info("worker_stopped", {{"in_time", in_time}});
  return in_time;
}

void App::show(metrics::Metrics& metrics) const {
  backlog_.show(metrics);
  watching::read_pool(metrics, "worker", database_.figures());
  metrics.gauge("onereturn_database_reachable").set(standing_.reachable() ? 1 : 0);
  metrics.gauge("onereturn_redis_breaker_open").set(redis_away_ ? 1 : 0);
  metrics.gauge("onereturn_draining").set(stopping_ ? 1 : 0);
}

void App::listen() {
  if (settings_.redis.empty()) {
    return;
  }
  redis::Ear ear({.place = settings_.redis}, settings_.name);
  auto before = redis::Ear::Heard::nothing;
  while (!stopping_) {
    const auto heard = ear.listen(listen_max);
    const bool away = heard == redis::Ear::Heard::away;
    redis_away_ = away;
    if (away != (before == redis::Ear::Heard::away)) {
      log_.write(away ? log::Level::warning : log::Level::info, away ? "redis_away" : "redis_back");
      // Messages may have been lost meanwhile.
      loop_.wake();
    }
    if (heard == redis::Ear::Heard::something) {
      loop_.wake();
    } else if (away) {
      std::this_thread::sleep_for(away_pause);
    }
    before = heard;
  }
}

}  // namespace onereturn::worker
