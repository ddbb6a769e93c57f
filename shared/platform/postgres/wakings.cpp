#include "platform/postgres/wakings.hpp"

namespace onereturn::postgres {
namespace {

constexpr Statement announce_due{"jobs.announce_chases",
                                 "select jobs.announce_chases($1::timestamptz) as announced"};

}  // namespace

int announce_chases(Database& database, Instant now) {
  return database.call(announce_due, now).one().number("announced");
}

}  // namespace onereturn::postgres
