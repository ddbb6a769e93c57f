#include "platform/postgres/cause.hpp"

#include <utility>

namespace onereturn::postgres {
namespace {

thread_local std::string now;

}  // namespace

Cause::Cause(std::string request_id) : before_(std::exchange(now, std::move(request_id))) {}
Cause::~Cause() { now = std::move(before_); }

const std::string& cause_of_this_thread() { return now; }

}  // namespace onereturn::postgres
