#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/fan_out/frozen_at_hand.hpp"
#include "domain/reports/make_paper.hpp"
#include "platform/config/settings.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/postgres/job_queue.hpp"
#include "platform/storage/anchors.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::worker {

// What a job may use. Made once, in app.cpp; shared by all work threads.
struct Services {
  postgres::Database& database;
  log::Logger& log;
  metrics::Metrics& metrics;
  Clock clock;
  fan_out::FrozenAtHand& at_hand;
  config::MailSettings mail = {};  // without a host, mails wait
  storage::Store* evidence = nullptr;
  std::string scanner = {};                 // clamd's socket; without one, files stay unchecked
  storage::AnchorStore* anchors = nullptr;  // without one, chains stand in the database alone
  reports::Convert convert = {};            // without one, papers wait
};

// Does one job. Returning means done: the job was closed in the transaction that did its work.
// Throws JobRefused when trying again may help or a person must look; the world's failures pass
// through.
using JobHandler = void (*)(const postgres::ClaimedJob& job, Services& services);

// One row of the table: which kind of job runs what.
struct JobKind {
  std::string_view kind;
  JobHandler run;
};

// Every kind of job that this program does.
const std::vector<JobKind>& job_kinds();

}  // namespace onereturn::worker
