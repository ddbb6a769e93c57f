#include "domain/tenancy/merge_store.hpp"

#include "domain/tenancy/sql.hpp"

namespace onereturn::tenancy {

namespace {

RoomCounts counts_of(const postgres::Row& row, const std::string& side) {
  const auto number = [&](const char* what) {
    return row.number_if((side + "_" + what).c_str()).value_or(0);
  };
  RoomCounts counts;
  counts.answers = number("answers");
  counts.evidence = number("evidence");
  counts.units = number("units");
  counts.colleagues = number("colleagues");
  counts.boards = number("boards");
  counts.requests = number("requests");
  counts.submissions = number("submissions");
  counts.commitments = number("commitments");
  counts.answered = row.list((side + "_answered").c_str());
  counts.counted_at = row.text_if((side + "_counted_at").c_str()).value_or("");
  return counts;
}

RoomSide side_of(const postgres::Row& row, const std::string& side) {
  return {row.text((side + "_name").c_str()), counts_of(row, side),
          row.text_if((side + "_agreed_by").c_str()).value_or(""),
          row.instant_if((side + "_agreed_at").c_str())};
}

}  // namespace

Instant insert_merge_code(postgres::AgencyTx& tx, const std::string& code_hash) {
  return tx.run(sql::make_merge_code, postgres::to_bytea(code_hash)).one().instant("until");
}

void end_merge_code(postgres::AgencyTx& tx) { tx.run(sql::end_merge_code); }

std::optional<Instant> read_merge_code_until(postgres::AgencyTx& tx) {
  return tx.run(sql::merge_code_until).one().instant_if("until");
}

Proposed insert_merge(postgres::AgencyTx& tx, const std::string& code_hash, bool this_stays) {
  const auto rows = tx.run(sql::propose_merge, postgres::to_bytea(code_hash), this_stays);
  const auto row = rows.one();
  return {row.text("outcome"), row.id_if<MergeId>("merge_id")};
}

std::optional<Merge> read_merge(postgres::AgencyTx& tx) {
  const auto rows = tx.run(sql::my_merge);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  Merge merge;
  merge.id = row.id<MergeId>("merge_id");
  merge.stays = row.boolean("stays");
  merge.staying = side_of(row, "stays");
  merge.going = side_of(row, "goes");
  merge.proposed_by = row.text("proposed_by");
  merge.proposed_at = row.instant("proposed_at");
  merge.shared_boards = row.number("shared_boards");
  return merge;
}

std::vector<MergedRoom> read_merged_rooms(postgres::AgencyTx& tx) {
  std::vector<MergedRoom> rooms;
  for (const auto row : tx.run(sql::merged_rooms))
    rooms.push_back({row.text("name"), row.instant("merged_at"), row.list("agreed_by")});
  return rooms;
}

void write_merge_counts(postgres::AgencyTx& tx) { tx.run(sql::note_merge_counts); }

bool end_merge(postgres::AgencyTx& tx, const MergeId& id) {
  return tx.run(sql::withdraw_merge, id).one().boolean("withdrawn");
}

std::string write_agreement(postgres::AgencyTx& tx, const MergeId& id) {
  return tx.run(sql::agree_merge, id).one().text("outcome");
}

void move_rows(postgres::AgencyTx& tx, const MergeId& id, Instant at) {
  tx.run(sql::merge_rooms, id, at);
}

MergedRooms read_files_to_take(postgres::AgencyTx& tx) {
  const auto who = tx.run(sql::rooms_of_merge);
  MergedRooms rooms{who.one().id<PartyId>("stays"), who.one().id<PartyId>("goes"), {}};
  for (const auto row : tx.run(sql::files_to_take))
    rooms.files.push_back({row.bytes("blob_sha256"), row.boolean("clean")});
  return rooms;
}

}  // namespace onereturn::tenancy
