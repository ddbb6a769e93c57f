#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/tenancy/merging.hpp"
#include "platform/postgres/transaction.hpp"

// Two rooms of one organisation become one, when the leads of both have agreed. Everything here is
// for the lead of a whole room and refuses with forbidden for everybody else.
namespace onereturn::tenancy {

// Makes the code that this lead may hand to the lead of the other room: good once, for seven days.
// The one before it ends. Answers until when. The digest is SHA-256 of the code as merge_code_of
// writes it.
Result<Instant> offer_merge(postgres::AgencyTx& tx, const std::string& code_hash);
Result<Done> stop_offering_merge(postgres::AgencyTx& tx);

struct ProposeMerge {
  std::string code_hash;
  bool this_stays = true;
};
// Nothing when the code does not lead to a room, told alike whatever the reason; a try is counted,
// so the transaction must be committed. Refuses with conflict `merge-open` when this room is in a
// merge already.
Result<std::optional<MergeId>> propose_merge(postgres::AgencyTx& tx, const ProposeMerge& command);

struct Merging {
  std::optional<Merge> merge;
  std::optional<Instant> code_until;
  std::vector<MergedRoom> merged;  // the latest first
};
// Counts this room again, when it is in a merge.
Result<Merging> read_merging(postgres::AgencyTx& tx);

// Refuses with not_found when there is no such open merge of this room.
Result<Done> withdraw_merge(postgres::AgencyTx& tx, const MergeId& id);

enum class Agreed { waiting, merged, merged_before };
struct Agreement {
  Agreed outcome = Agreed::waiting;
  // When it has merged: the files that the room which stays needs under its own name, too.
  PartyId stays;
  PartyId goes;
  std::vector<FileToTake> files;
};
// The second of the two agreements merges, in this transaction: it all happens, or nothing. Refuses
// with not_found when there is no such merge of this room or it was withdrawn, with conflict
// `room-busy` when somebody was just writing what both rooms hold.
Result<Agreement> agree_to_merge(postgres::AgencyTx& tx, const MergeId& id, Instant at);

}  // namespace onereturn::tenancy
