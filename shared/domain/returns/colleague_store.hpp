#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/colleagues.hpp"
#include "domain/returns/share_work.hpp"
#include "platform/postgres/transaction.hpp"

// Reads and writes what colleagues share.
namespace onereturn::returns {

// The people who act for the unit, or for the whole agency, today; each once.
std::vector<Colleague> load_colleagues(postgres::AgencyTx& tx, const UnitId& unit);
std::vector<Assignment> load_assignments(postgres::AgencyTx& tx, const UnitId& unit);
std::vector<Remark> load_open_remarks(postgres::AgencyTx& tx, const UnitId& unit);
// Says that a page will ask these: see Transaction::ahead.
void ask_beside_ahead(postgres::AgencyTx& tx, const UnitId& unit, const Place& place, Instant now);
void ask_work_ahead(postgres::AgencyTx& tx, const UnitId& unit);
Beside load_beside(postgres::AgencyTx& tx, const UnitId& unit, const Place& place,
                   const std::optional<std::string>& standard, Instant now);

void write_assignment(postgres::AgencyTx& tx, const AssignWork& command, const std::string& note,
                      Instant now);
// False when there was nothing to close.
bool close_assignment(postgres::AgencyTx& tx, const AssignmentId& assignment, Instant now);
void write_remark(postgres::AgencyTx& tx, const SayToColleagues& command, const std::string& text,
                  Instant now);
bool close_remark(postgres::AgencyTx& tx, const RemarkId& remark, Instant now);
void note_presence(postgres::AgencyTx& tx, const UnitId& unit, const Place& place, Instant now);

}  // namespace onereturn::returns
