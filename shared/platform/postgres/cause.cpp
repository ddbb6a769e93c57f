#include "platform/postgres/cause.hpp"

#include <utility>

namespace onereturn::postgres {
namespace {

thread_local std::string now;
thread_local std::string moment_now;

std::string digits_of(const std::optional<Instant>& moment) {
  return moment ? std::to_string(moment->time_since_epoch().count()) : std::string();
}

}  // namespace

Cause::Cause(std::string request_id, std::optional<Instant> moment)
    : before_(std::exchange(now, std::move(request_id))),
      moment_before_(std::exchange(moment_now, digits_of(moment))) {}

Cause::~Cause() {
  now = std::move(before_);
  moment_now = std::move(moment_before_);
}

const std::string& cause_of_this_thread() { return now; }
const std::string& moment_of_this_thread() { return moment_now; }

}  // namespace onereturn::postgres
