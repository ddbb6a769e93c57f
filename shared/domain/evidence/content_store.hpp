#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

// The door to contents: one row for each, however many pieces it is in.
namespace onereturn::evidence {

// Remembers a content of the agency's, once; has it checked for viruses when it is new, was refused
// before, or was about to leave. Until the transaction ends it cannot leave.
void keep_blob(postgres::AgencyTx& tx, const FileFacts& file,
               const std::optional<Instant>& at = std::nullopt);

// For the job that checks a content.
struct BlobToScan {
  AgencyId agency;
  std::string sha256;
  Scan scan = Scan::pending;
};
std::optional<BlobToScan> blob_to_scan(postgres::AgencyJobTx& tx);
// Writes the verdict down ("" found: clean), and closes the job. Throws StaleFence.
void note_scan(postgres::AgencyJobTx& tx, const std::string& found, const JobId& job,
               std::int64_t fence);

// Marks as leaving what nothing has needed since that moment. Answers how many.
int mark_unused(postgres::AgencyJobTx& tx, Instant before, Instant now);
// The same for a content of the store that no row knows. False when a row does.
bool adopt_content(postgres::AgencyJobTx& tx, const std::string& sha256, std::uint64_t size,
                   Instant now);
// What is marked and has not gone yet.
std::vector<std::string> contents_leaving(postgres::AgencyJobTx& tx);
// Holds it until the transaction ends. False when somebody needs it again.
bool hold_leaving(postgres::AgencyJobTx& tx, const std::string& sha256);
void mark_gone(postgres::AgencyJobTx& tx, const std::string& sha256);
// What the check found something in; and one of them, held until the transaction ends. False when
// it was sent again meanwhile.
std::vector<std::string> contents_blocked(postgres::AgencyJobTx& tx);
bool hold_blocked(postgres::AgencyJobTx& tx, const std::string& sha256);

}  // namespace onereturn::evidence
