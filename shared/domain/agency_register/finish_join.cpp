#include "domain/agency_register/finish_join.hpp"

#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

void finish_join(postgres::Database& database, const postgres::JobLease& lease) {
  database.call(sql::finish_join, lease.job, lease.fence);
}

}  // namespace onereturn::agency_register
