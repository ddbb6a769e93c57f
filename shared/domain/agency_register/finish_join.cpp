#include "domain/agency_register/finish_join.hpp"

#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

void finish_join(postgres::Database& database, const postgres::JobLease& lease,
                 const std::optional<Instant>& now) {
  database.call(sql::finish_join, lease.job, lease.fence, now);
}

}  // namespace onereturn::agency_register
