#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/tenancy/units.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to the names of an agency's units.
namespace onereturn::tenancy {

// In the order of list_units.
std::vector<AgencyUnit> read_units(postgres::AgencyTx& tx);
// Of one that has not left, in whatever case.
bool is_name_of_another(postgres::AgencyTx& tx, const std::string& name, const UnitId& own);
// Whether this is a unit of the agency that has not left.
bool is_present_unit(postgres::AgencyTx& tx, const UnitId& unit);
void insert_unit(postgres::AgencyTx& tx, const UnitId& unit, const std::string& name);
void write_unit_name(postgres::AgencyTx& tx, const UnitId& unit, const std::string& name);
// Nothing: it belongs to the agency.
void write_unit_end(postgres::AgencyTx& tx, const UnitId& unit, const std::optional<Date>& left_on);

}  // namespace onereturn::tenancy
