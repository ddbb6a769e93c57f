#include "domain/tenancy/merge_rooms.hpp"

#include "base/fault.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/tenancy/joining_store.hpp"
#include "domain/tenancy/merge_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::tenancy {

namespace {

std::optional<Problem> refused(const postgres::AgencyTx& tx) {
  if (tx.actor().role == "lead" && !tx.actor().unit) return std::nullopt;
  return Problem{ProblemCode::forbidden, "not-permitted",
                 "Only the lead of the whole organisation merges rooms."};
}

Problem no_such_merge() { return {ProblemCode::not_found, "not-found", "This merge is over."}; }

}  // namespace

Result<Instant> offer_merge(postgres::AgencyTx& tx, const std::string& code_hash) {
  if (auto no = refused(tx)) return *no;
  const auto until = insert_merge_code(tx, code_hash);
  audit_log::record(tx, {"merge.offered", "room", tx.actor().party.text()});
  return until;
}

Result<Done> stop_offering_merge(postgres::AgencyTx& tx) {
  if (auto no = refused(tx)) return *no;
  end_merge_code(tx);
  return Done{};
}

Result<std::optional<MergeId>> propose_merge(postgres::AgencyTx& tx, const ProposeMerge& command) {
  if (auto no = refused(tx)) return *no;
  const auto proposed = insert_merge(tx, command.code_hash, command.this_stays);
  if (proposed.outcome == "busy") {
    return Problem{ProblemCode::conflict, "merge-open", "Your room is in a merge already."};
  }
  if (proposed.merge) {
    audit_log::record(tx, {"merge.proposed", "merge", proposed.merge->text()});
  }
  return proposed.merge;
}

Result<Merging> read_merging(postgres::AgencyTx& tx) {
  if (auto no = refused(tx)) return *no;
  write_merge_counts(tx);
  return Merging{read_merge(tx), read_merge_code_until(tx), read_merged_rooms(tx)};
}

Result<Done> withdraw_merge(postgres::AgencyTx& tx, const MergeId& id) {
  if (auto no = refused(tx)) return *no;
  if (!end_merge(tx, id)) return no_such_merge();
  audit_log::record(tx, {"merge.withdrawn", "merge", id.text()});
  return Done{};
}

Result<Agreement> agree_to_merge(postgres::AgencyTx& tx, const MergeId& id, Instant at) {
  if (auto no = refused(tx)) return *no;
  ensure_root_unit(tx);
  const auto outcome = write_agreement(tx, id);
  if (outcome == "gone") return no_such_merge();
  if (outcome == "done") return Agreement{Agreed::merged_before, {}, {}, {}};
  audit_log::record(tx, {"merge.agreed", "merge", id.text()});
  if (outcome == "waiting") return Agreement{};
  try {
    move_rows(tx, id, at);
  } catch (const postgres::ConstraintViolated&) {
    return Problem{ProblemCode::conflict, "room-busy",
                   "Somebody was writing at this very moment. Nothing was merged; press again."};
  }
  FAULT("merge.moved");
  auto rooms = read_files_to_take(tx);
  return Agreement{Agreed::merged, rooms.stays, rooms.goes, std::move(rooms.files)};
}

}  // namespace onereturn::tenancy
