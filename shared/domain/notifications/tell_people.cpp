#include "domain/notifications/tell_people.hpp"

#include "domain/notifications/sql.hpp"

namespace onereturn::notifications {

int tell_people(postgres::Database& database, const postgres::JobLease& lease, Date today) {
  return database.call(sql::tell_people, lease.job, lease.fence, today).one().number("told");
}

}  // namespace onereturn::notifications
