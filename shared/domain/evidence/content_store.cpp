#include "domain/evidence/content_store.hpp"

#include "domain/evidence/sql.hpp"

namespace onereturn::evidence {

using postgres::to_bytea;

void keep_blob(postgres::AgencyTx& tx, const FileFacts& file, const std::optional<Instant>& at) {
  const auto sha256 = to_bytea(file.sha256);
  auto to_check =
      tx.run(sql::keep_blob, sha256, static_cast<std::int64_t>(file.size), file.media_type, at);
  if (to_check.empty()) {
    // Held first: what is marked after this look must not be missed.
    tx.run(sql::hold_blob, sha256);
    to_check = tx.run(sql::check_again, sha256);
  }
  if (!to_check.empty()) tx.run(sql::announce_scan, to_check[0].text("blob_id"));
}

std::optional<BlobToScan> blob_to_scan(postgres::AgencyJobTx& tx) {
  const auto rows = tx.run(sql::blob_to_scan);
  if (rows.empty()) return std::nullopt;
  const auto scan = rows[0].view("scan");
  return BlobToScan{
      rows[0].id<AgencyId>("tenant_id"), rows[0].bytes("blob_sha256"),
      scan == "pending" ? Scan::pending : (scan == "blocked" ? Scan::blocked : Scan::clean)};
}

void note_scan(postgres::AgencyJobTx& tx, const std::string& found, const JobId& job,
               std::int64_t fence) {
  const auto why = found.empty() ? std::optional<std::string>{} : std::optional(found);
  tx.run(sql::note_scan, found.empty() ? "clean" : "blocked", why);
  tx.run(sql::finish_scan, job, fence);
}

int mark_unused(postgres::AgencyJobTx& tx, Instant before, Instant now) {
  int marked = 0;
  // Locked by the first statement and looked at again by the second, which sees whatever was
  // committed while the first one waited.
  for (const postgres::Row row : tx.run(sql::unused_contents, before)) {
    const auto sha256 = to_bytea(row.bytes("blob_sha256"));
    marked += tx.run(sql::mark_leaving, sha256, before, now).empty() ? 0 : 1;
  }
  return marked;
}

bool adopt_content(postgres::AgencyJobTx& tx, const std::string& sha256, std::uint64_t size,
                   Instant now) {
  return !tx.run(sql::adopt_content, to_bytea(sha256), static_cast<std::int64_t>(size), now)
              .empty();
}

std::vector<std::string> contents_leaving(postgres::AgencyJobTx& tx) {
  std::vector<std::string> leaving;
  for (const postgres::Row row : tx.run(sql::contents_leaving))
    leaving.push_back(row.bytes("blob_sha256"));
  return leaving;
}

bool hold_leaving(postgres::AgencyJobTx& tx, const std::string& sha256) {
  return !tx.run(sql::hold_leaving, to_bytea(sha256)).empty();
}

std::vector<std::string> contents_blocked(postgres::AgencyJobTx& tx) {
  std::vector<std::string> blocked;
  for (const postgres::Row row : tx.run(sql::contents_blocked))
    blocked.push_back(row.bytes("blob_sha256"));
  return blocked;
}

bool hold_blocked(postgres::AgencyJobTx& tx, const std::string& sha256) {
  return !tx.run(sql::hold_blocked, to_bytea(sha256)).empty();
}

void mark_gone(postgres::AgencyJobTx& tx, const std::string& sha256) {
  tx.run(sql::mark_gone, to_bytea(sha256));
}

}  // namespace onereturn::evidence
