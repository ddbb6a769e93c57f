#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/tenancy/merging.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to codes and merges of rooms.
namespace onereturn::tenancy {

Instant insert_merge_code(postgres::AgencyTx& tx, const std::string& code_hash);
void end_merge_code(postgres::AgencyTx& tx);
std::optional<Instant> read_merge_code_until(postgres::AgencyTx& tx);

struct Proposed {
  std::string outcome;  // "proposed", "busy", "unknown"
  std::optional<MergeId> merge;
};
Proposed insert_merge(postgres::AgencyTx& tx, const std::string& code_hash, bool this_stays);

std::optional<Merge> read_merge(postgres::AgencyTx& tx);
std::vector<MergedRoom> read_merged_rooms(postgres::AgencyTx& tx);
void write_merge_counts(postgres::AgencyTx& tx);
bool end_merge(postgres::AgencyTx& tx, const MergeId& id);

// "waiting", "both", "done", "gone".
std::string write_agreement(postgres::AgencyTx& tx, const MergeId& id);
// From here on the transaction holds both rooms. Throws ConstraintViolated when both were given the
// same key at this moment.
void move_rows(postgres::AgencyTx& tx, const MergeId& id, Instant at);
struct MergedRooms {
  PartyId stays;
  PartyId goes;
  std::vector<FileToTake> files;
};
MergedRooms read_files_to_take(postgres::AgencyTx& tx);

}  // namespace onereturn::tenancy
