#pragma once

#include <stdexcept>
#include <string>

namespace onereturn::postgres {

// The world failed: the database is away, overloaded or too slow. Nothing was changed.
class StoreUnavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The connection was lost while changes were being made lasting: they may or may not have been.
// Look the outcome up on a fresh connection; never answer "done", never repeat blindly.
class OutcomeUnknown : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The session has ended, has expired or never was (SQLSTATE OR002).
class SessionEnded : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Another worker has taken the job over: this one must stop and change nothing (SQLSTATE OR003).
class StaleFence : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A named rule of the schema refused the change. Stores turn the names they know into problems.
class ConstraintViolated : public std::runtime_error {
 public:
  ConstraintViolated(std::string constraint, const std::string& what)
      : std::runtime_error(what), constraint_(std::move(constraint)) {}

  // The constraint's name, such as "delivery_request_fk"; empty when PostgreSQL named none.
  const std::string& constraint() const { return constraint_; }

 private:
  std::string constraint_;
};

// Any other refusal by the database: a mistake of ours. `sqlstate` may be empty.
class StatementFailed : public std::runtime_error {
 public:
  StatementFailed(std::string sqlstate, const std::string& what)
      : std::runtime_error(what), sqlstate_(std::move(sqlstate)) {}

  const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

}  // namespace onereturn::postgres
