#include "domain/audit_log/seal_store.hpp"

#include "domain/audit_log/sql.hpp"
#include "platform/postgres/params.hpp"

namespace onereturn::audit_log {
namespace {

std::optional<std::string> bytes_if(const postgres::Row& row, const char* column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.bytes(column));
}

}  // namespace

Horizon load_horizon(postgres::PartyJobTx& tx) {
  const auto rows = tx.run(sql::trail_horizon);
  return {rows.one().integer("up_to"), rows.one().text("after_transaction")};
}

bool has_settled(postgres::PartyJobTx& tx, const Horizon& horizon) {
  return tx.run(sql::trail_settled, horizon.after_transaction).one().boolean("settled");
}

ChainHead load_head(postgres::PartyJobTx& tx) {
  const auto rows = tx.run(sql::chain_head);
  if (rows.empty()) return {};
  return {rows.one().integer("chain_no"), rows.one().bytes("hash")};
}

TrailEntry entry_from(const postgres::Row& row) {
  TrailEntry entry;
  entry.party = row.id<PartyId>("tenant_id");
  entry.number = row.integer("entry_no");
  entry.at = row.text("at");
  entry.business_at = row.text_if("business_at");
  entry.person = row.text_if("person_id");
  entry.role = row.text_if("role");
  entry.job = row.text_if("job_id");
  entry.what = row.text("what");
  entry.subject_kind = row.text("subject_kind");
  entry.subject_ref = row.text("subject_ref");
  entry.facts = row.text("facts");
  entry.payload = row.text_if("payload");
  entry.payload_salt = bytes_if(row, "payload_salt");
  entry.payload_digest = bytes_if(row, "payload_digest");
  entry.request = row.text_if("request_ref");
  return entry;
}

Waiting load_waiting(postgres::PartyJobTx& tx, const Horizon& horizon, int count) {
  Waiting waiting;
  for (const postgres::Row row : tx.run(sql::trail_entries, horizon.up_to, count)) {
    if (row.is_null("entry_no")) {
      waiting.gone.push_back(row.integer("waiting_no"));
    } else {
      waiting.entries.push_back(entry_from(row));
    }
  }
  return waiting;
}

std::int64_t insert_seals(postgres::PartyJobTx& tx, const Waiting& sealed,
                          const std::vector<ChainHead>& heads, const Horizon& horizon) {
  std::vector<std::int64_t> links;
  std::vector<std::int64_t> entries;
  std::vector<postgres::Param> hashes;
  for (std::size_t at = 0; at < heads.size(); ++at) {
    links.push_back(heads[at].count);
    entries.push_back(sealed.entries[at].number);
    hashes.push_back(postgres::to_bytea(heads[at].hash));
  }
  tx.run(sql::insert_seals, links, entries, hashes);
  const auto head = heads.empty() ? ChainHead{} : heads.back();
  return tx
      .run(sql::note_sealed, entries, sealed.gone, horizon.up_to, head.count,
           postgres::to_bytea(head.hash))
      .one()
      .integer("still_waiting");
}

void finish_sealing(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence) {
  tx.run(sql::finish_sealing, job, fence);
}

}  // namespace onereturn::audit_log
