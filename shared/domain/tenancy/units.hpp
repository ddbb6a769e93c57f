#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

// The units of an agency: its centres, schools or services, each with answers of its own. Only the
// lead of the whole agency changes them; every refusal for another role is "not-permitted".
namespace onereturn::tenancy {

// Names are shown in lists to choose from: more than this is no list any more.
constexpr int units_max = 500;

struct AgencyUnit {
  UnitId unit;
  std::optional<UnitId> parent;  // nothing: the whole agency
  std::string name;
  std::optional<Date> left_on;  // it belongs to the agency no more
  int people = 0;               // colleagues who are limited to it
  int asked = 0;                // open requests of boards about it

  bool whole() const { return !parent; }
};

// The whole agency first, then by name; units that have left come last.
Result<std::vector<AgencyUnit>> list_units(postgres::AgencyTx& tx);

// Below the whole agency. Refuses with invalid, field "name", when there is none, it is too long,
// or another unit has it; with conflict when there are units_max already.
Result<UnitId> add_unit(postgres::AgencyTx& tx, std::string name);

// Refuses like add_unit; with not_found when there is no such unit. What was sent keeps the old
// name.
Result<Done> rename_unit(postgres::AgencyTx& tx, const UnitId& unit, std::string name);

// It has left: nobody can be given work there and no board's invitation be taken up for it. What it
// wrote stays with its history. Refuses with conflict, key "unit-has-people", while a colleague is
// limited to it, and for the whole agency ("whole-agency"); with not_found.
Result<Done> end_unit(postgres::AgencyTx& tx, const UnitId& unit, Date today);
// It belongs to the agency again. Refuses with not_found, and like add_unit when its name is taken.
Result<Done> bring_back_unit(postgres::AgencyTx& tx, const UnitId& unit);

}  // namespace onereturn::tenancy
