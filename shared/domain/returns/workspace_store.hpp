#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

// Reads one unit's whole workspace, one statement per kind of row.
namespace onereturn::returns {

// An open request with the versions of the catalogue that go with it.
struct OpenRequest {
  Engaged engaged;  // without form, mapping and side
  bool of_the_whole = true;
  frameworks::VersionRef form;
  frameworks::VersionRef framework;  // version 0 where the template has no live mapping
  int mapping_version = 0;
};

// Every open request to this agency, by due date, then by board.
std::vector<OpenRequest> load_open_requests(postgres::AgencyTx& tx);

// The names of everybody who acts, or has acted, for this agency.
using Names = std::map<PersonId, std::string>;
Names load_names(postgres::AgencyTx& tx);

// Fills in what the unit wrote: answers, texts, parts, words for one board, boxes, explanations,
// promises, commitments, evidence and the profile.
void load_answers(postgres::AgencyTx& tx, const Names& names, Workspace& workspace);
void load_board_sides(postgres::AgencyTx& tx, const Names& names, Workspace& workspace);
void load_commitments(postgres::AgencyTx& tx, Workspace& workspace);
void load_profile(postgres::AgencyTx& tx, Workspace& workspace);

}  // namespace onereturn::returns
