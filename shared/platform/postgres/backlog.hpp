#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/postgres/database.hpp"

namespace onereturn::postgres {

// What waits in the database, as counts and ages: for whoever watches, and for the worker's login.
struct Backlog {
  struct Jobs {
    std::string kind;
    std::string state;  // waiting, running or parked
    std::int64_t count = 0;
    double oldest_seconds = 0;
    double overdue_seconds = 0;
  };

  std::vector<Jobs> jobs;
  std::int64_t mails_waiting = 0;
  double oldest_mail_seconds = 0;
  std::int64_t sign_ins_locked = 0;

  // The trail: entries in chains, those that wait for it and for how long, those whose row went
  // before, and how long the oldest head has been waiting to be anchored outside.
  struct Trail {
    std::int64_t sealed = 0;
    std::int64_t waiting = 0;
    std::int64_t gone = 0;
    double oldest_waiting_seconds = 0;
    double oldest_unanchored_seconds = 0;
  };
  std::optional<Trail> trail;  // nothing while the database has no chains yet
};

// Throws StoreUnavailable, OutcomeUnknown.
Backlog read_backlog(Database& database);

}  // namespace onereturn::postgres
