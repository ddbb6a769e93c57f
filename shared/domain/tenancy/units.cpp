#include "domain/tenancy/units.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/tenancy/joining_store.hpp"
#include "domain/tenancy/unit_store.hpp"

namespace onereturn::tenancy {
namespace {

Problem lead_only() {
  return {ProblemCode::forbidden, "not-permitted",
          "Only the lead of the whole organisation changes its sites."};
}

Problem no_such_unit() { return {ProblemCode::not_found, "not-found", "There is no such site."}; }

Problem wrong_name(std::string message) {
  return {ProblemCode::invalid,
          "validation",
          "The site cannot be saved yet.",
          {{"name", std::move(message)}}};
}

bool leads(const postgres::AgencyTx& tx) { return tx.actor().role == "lead" && !tx.actor().unit; }

const AgencyUnit* find(const std::vector<AgencyUnit>& units, const UnitId& unit) {
  const auto found = std::ranges::find(units, unit, &AgencyUnit::unit);
  return found == units.end() ? nullptr : &*found;
}

// Nothing when the name can be used for that unit; an empty id is of none yet.
std::optional<Problem> check_name(postgres::AgencyTx& tx, const std::string& name,
                                  const UnitId& own) {
  const auto length = count_characters(name);
  if (!length || *length == 0) return wrong_name("Enter the site's name");
  if (*length > line_characters_max) return wrong_name("Use 300 characters or fewer");
  if (is_name_of_another(tx, name, own)) return wrong_name("You have a site of that name already");
  return std::nullopt;
}

void note(postgres::AgencyTx& tx, const char* what, const UnitId& unit) {
  audit_log::record(tx, {what, "unit", unit.text()});
}

}  // namespace

Result<std::vector<AgencyUnit>> list_units(postgres::AgencyTx& tx) {
  if (!leads(tx)) return lead_only();
  return read_units(tx);
}

Result<UnitId> add_unit(postgres::AgencyTx& tx, std::string name) {
  if (!leads(tx)) return lead_only();
  ensure_root_unit(tx);
  name = tidy_line(name);
  if (const auto problem = check_name(tx, name, {})) return *problem;
  if (read_units(tx).size() > units_max) {
    return Problem{ProblemCode::conflict,
                   "units-too-many",
                   "You have five hundred sites, and cannot add more.",
                   {{"name", "You have five hundred sites, and cannot add more"}}};
  }
  const auto unit = UnitId::random();
  insert_unit(tx, unit, name);
  note(tx, "unit.added", unit);
  return unit;
}

Result<Done> rename_unit(postgres::AgencyTx& tx, const UnitId& unit, std::string name) {
  if (!leads(tx)) return lead_only();
  name = tidy_line(name);
  const auto units = read_units(tx);
  if (find(units, unit) == nullptr) return no_such_unit();
  if (const auto problem = check_name(tx, name, unit)) return *problem;
  write_unit_name(tx, unit, name);
  note(tx, "unit.renamed", unit);
  return Done{};
}

Result<Done> end_unit(postgres::AgencyTx& tx, const UnitId& unit, Date today) {
  if (!leads(tx)) return lead_only();
  const auto units = read_units(tx);
  const auto* found = find(units, unit);
  if (found == nullptr) return no_such_unit();
  if (found->whole()) {
    return Problem{ProblemCode::conflict, "whole-agency", "The whole organisation cannot leave."};
  }
  if (found->people > 0) {
    return Problem{ProblemCode::conflict, "unit-has-people",
                   "Colleagues still work there. Move or remove them first."};
  }
  if (found->left_on) return Done{};
  write_unit_end(tx, unit, today);
  note(tx, "unit.left", unit);
  return Done{};
}

Result<Done> bring_back_unit(postgres::AgencyTx& tx, const UnitId& unit) {
  if (!leads(tx)) return lead_only();
  const auto units = read_units(tx);
  const auto* found = find(units, unit);
  if (found == nullptr) return no_such_unit();
  if (const auto problem = check_name(tx, found->name, unit)) return *problem;
  write_unit_end(tx, unit, std::nullopt);
  note(tx, "unit.back", unit);
  return Done{};
}

}  // namespace onereturn::tenancy
