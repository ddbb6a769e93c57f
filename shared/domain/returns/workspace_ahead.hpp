#pragma once

#include <vector>

#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

// A page waits for the database as often as it must, not as often as it has questions: what
// load_workspace will run is sent ahead, in two round trips whatever is asked or written.
namespace onereturn::returns {

// What load_workspace asks first, whoever enters: give it to Database::as_agency.
const std::vector<postgres::Call>& first_of_workspace();

// What it asks once unit, way and common_only are known; with `units`, the tree of them too.
void ask_ahead(postgres::AgencyTx& tx, const Workspace& workspace, bool units);

}  // namespace onereturn::returns
