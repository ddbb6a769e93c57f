#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evidence {

// A file that stands in the store already, and what is said about it.
struct WriteFile {
  FileFacts file;     // scan and found are not read
  std::string title;  // "": the name of the file without its extension
  std::optional<Date> effective_on;
  std::optional<Date> expires_on;
  std::optional<Date> received_on;  // nothing: today
  std::string names_reason;         // why words that look like a child's may stay
};

struct WriteDetails {
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::optional<Date> expires_on;
  std::optional<Date> received_on;
  std::string names_reason;
};

// Each refuses with invalid (title, kept_where, dates; names_reason when title or file name look
// like a child's details and no reason is given), not_found, and forbidden for a role that does
// not write and for a session of one unit where the evidence is not that unit's alone. A new
// content is checked for viruses before anybody can open it.

// Repeating gives the piece that the first time made: same title, same content.
Result<EvidenceId> add_file(postgres::AgencyTx& tx, const WriteFile& written, Date today);
// A piece that is available on request: the same words, and where it is kept.
Result<EvidenceId> add_on_request(postgres::AgencyTx& tx, const WriteDetails& written, Date today);
// The next version of a piece; the one before stays as it was delivered. The same content again
// changes nothing.
Result<Done> add_version(postgres::AgencyTx& tx, const EvidenceId& evidence,
                         const WriteFile& written, Date today);
Result<Done> change_details(postgres::AgencyTx& tx, const EvidenceId& evidence,
                            const WriteDetails& written, Date today);
// Out of every list; what was delivered stays with the boards.
Result<Done> withdraw_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence);

// One piece with everything, or all of them.
Result<Piece> find_piece(postgres::AgencyTx& tx, const EvidenceId& evidence);

// What is out of date on that day, or will be within sixty days: the earliest first.
std::vector<Piece> running_out(const std::vector<Piece>& pieces, Date today);

}  // namespace onereturn::evidence
