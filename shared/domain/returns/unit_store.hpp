#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"
#include "domain/returns/workspace_store.hpp"
#include "platform/postgres/transaction.hpp"

// The tree of units, what is common to several of them, and what a unit took over.
namespace onereturn::returns {

struct Unit {
  UnitId unit;
  std::optional<UnitId> parent;
  std::string name;
};

// Every unit of the agency, the whole agency first.
std::vector<Unit> load_units(postgres::AgencyTx& tx);
// Nothing for the whole agency.
const Unit* parent_of(const std::vector<Unit>& tree, const UnitId& unit);

// Fills in what stands above the workspace's unit and what it took over, and marks its answers and
// boxes whose common text has changed since; in a board's own form also what was written for it
// last time. Runs no statement for the whole agency where several boards ask.
void load_common(postgres::AgencyTx& tx, const Names& names, Workspace& workspace);

// The common answer that a unit would take over now; nothing when no unit above has confirmed one.
std::optional<CommonAnswer> find_common_answer(postgres::AgencyTx& tx, const UnitId& unit,
                                               const std::string& requirement);
// The parts that a unit has from the common answer it took over; none where it took over none.
Parts find_taken_parts(postgres::AgencyTx& tx, const UnitId& unit, const std::string& requirement);
// The same for a box of a board's form.
std::optional<CommonText> find_common_text(postgres::AgencyTx& tx, const UnitId& unit,
                                           const BoardId& board, const std::string& form,
                                           const std::string& box_no);

}  // namespace onereturn::returns
