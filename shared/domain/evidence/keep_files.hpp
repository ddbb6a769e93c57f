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
  std::optional<UnitId> unit = {};  // nothing: the session's own unit, or the whole agency
  std::optional<Instant> at = {};   // business time; nothing: the database's clock
};

struct WriteDetails {
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::optional<Date> expires_on;
  std::optional<Date> received_on;
  std::string names_reason;
  std::optional<UnitId> unit = {};  // as above
  std::optional<Instant> at = {};
};

// Each refuses with invalid (title, kept_where, dates; names_reason when title or file name look
// like a child's details and no reason is given), not_found, and forbidden for a role that does
// not write and for a session of one unit where the evidence is not that unit's, or where others
// cite it too. A new content is checked for viruses before anybody can open it. Whoever looks after
// a piece with an end is told of it: see notifications/remind_of_evidence.

// Repeating gives the piece that the first time made: same title, same content.
Result<EvidenceId> add_file(postgres::AgencyTx& tx, const WriteFile& written, Date today);
// A piece that is available on request: the same words, and where it is kept.
Result<EvidenceId> add_on_request(postgres::AgencyTx& tx, const WriteDetails& written, Date today);
// The next version of a piece; the one before stays as it was delivered. The same content again
// changes nothing. A file without an end has none, whatever the one before had.
Result<Done> add_version(postgres::AgencyTx& tx, const EvidenceId& evidence,
                         const WriteFile& written, Date today);
Result<Done> change_details(postgres::AgencyTx& tx, const EvidenceId& evidence,
                            const WriteDetails& written, Date today);
// Out of every list; what was delivered stays with the boards. A file that nobody has or needs
// leaves the store later: see remove_unused.
Result<Done> withdraw_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                               const std::optional<Instant>& at = std::nullopt);

// Writes down that somebody opens a piece: of the agency itself, or of a board that was given it
// (by its number in the return, or with an answer to what it asked for). The board's also reaches
// the agency, without the person's name. Refuses with not_found.
Result<Done> note_opened(postgres::AgencyTx& tx, const EvidenceId& evidence, int version);
Result<Done> note_opened(postgres::BoardTx& tx, const ReturnId& id, int number, Instant at,
                         const std::optional<int>& version = {});
Result<Done> note_opened(postgres::BoardTx& tx, const AskId& ask, Instant at);

// One piece with everything, or all of them.
Result<Piece> find_piece(postgres::AgencyTx& tx, const EvidenceId& evidence);

// What is out of date on that day, or will be within sixty days: the earliest first.
std::vector<Piece> running_out(const std::vector<Piece>& pieces, Date today);

}  // namespace onereturn::evidence
