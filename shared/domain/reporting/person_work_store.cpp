#include "domain/reporting/person_work_store.hpp"

#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

WorkOfPerson load_work_of(postgres::BoardTx& tx, const PersonId& person, Date today) {
  const auto rows = tx.run(sql::work_of_person, person, today);
  const auto row = rows.one();
  return {row.number("returns"), row.number("actions"), row.number("questions"),
          row.number("reviews")};
}

}  // namespace onereturn::reporting
