#include "domain/tenancy/unit_store.hpp"

#include "domain/tenancy/sql.hpp"

namespace onereturn::tenancy {

std::vector<AgencyUnit> read_units(postgres::AgencyTx& tx) {
  std::vector<AgencyUnit> units;
  for (const auto row : tx.run(sql::agency_units)) {
    units.push_back({row.id<UnitId>("unit_id"), row.id_if<UnitId>("parent_unit_id"),
                     row.text("name"), row.date_if("left_on"), row.number("people"),
                     row.number("asked")});
  }
  return units;
}

bool is_name_of_another(postgres::AgencyTx& tx, const std::string& name, const UnitId& own) {
  return !tx.run(sql::unit_of_name, name, own).empty();
}

bool is_present_unit(postgres::AgencyTx& tx, const UnitId& unit) {
  return !tx.run(sql::present_unit, unit).empty();
}

void insert_unit(postgres::AgencyTx& tx, const UnitId& unit, const std::string& name) {
  tx.run(sql::insert_unit, unit, name);
}

void write_unit_name(postgres::AgencyTx& tx, const UnitId& unit, const std::string& name) {
  tx.run(sql::name_unit, unit, name);
}

void write_unit_end(postgres::AgencyTx& tx, const UnitId& unit,
                    const std::optional<Date>& left_on) {
  tx.run(sql::end_unit, unit, left_on);
}

}  // namespace onereturn::tenancy
