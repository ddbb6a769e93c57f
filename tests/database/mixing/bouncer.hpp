#pragma once

#include <memory>
#include <string>

#include "support/process.hpp"

namespace onereturn::testing {

// A private PgBouncer in transaction mode, with its folder and its settings, in front of the
// private cluster. It lends eight connections for each login and database.
class Bouncer {
 public:
  Bouncer();
  ~Bouncer();
  Bouncer(const Bouncer&) = delete;
  Bouncer& operator=(const Bouncer&) = delete;

  // libpq settings for the login gateway through it.
  std::string settings() const;

 private:
  std::string folder_;
  std::unique_ptr<Process> process_;
};

}  // namespace onereturn::testing
